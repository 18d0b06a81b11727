package io.payscope.loadvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.claim.Claims;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.objects.S3Claims;
import io.payscope.wire.dataset.InMemoryObjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final BankId BANK = new BankId(3);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration CLAIM_TIME = Duration.ofMinutes(15);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final AtomicInteger loads = new AtomicInteger();

    private Claims claims(Instant now) {
        return new S3Claims(objects, Clock.fixed(now, ZoneOffset.UTC), "", CLAIM_TIME);
    }

    private int load(Instant now, BankId bank, String upload) {
        return new Turns(claims(now)).take(bank, upload, loads::incrementAndGet);
    }

    @Test
    void everyTurnRunsAgain() {
        assertThat(load(NOW, BANK, "a")).isEqualTo(1);
        assertThat(load(NOW, BANK, "a")).isEqualTo(2);
        assertThat(load(NOW, BANK, "b")).isEqualTo(3);
    }

    @Test
    void anUploadReadsNothingWhileAnotherOfItsBankIsAtIt() {
        new Turns(claims(NOW)).take(BANK, "a", () -> {
            assertThatThrownBy(() -> load(NOW, BANK, "b"))
                    .isInstanceOf(TransientFault.class)
                    .hasMessageContaining("upload a");
            assertThat(loads).hasValue(0);
            assertThat(load(NOW, new BankId(4), "b")).isEqualTo(1);
            return loads.get();
        });
        assertThat(load(NOW, BANK, "b")).isEqualTo(2);
    }

    @Test
    void aFailureEndsTheTurn() {
        assertThatThrownBy(() -> new Turns(claims(NOW)).take(BANK, "a", () -> {
                    throw new DataFault("wrong");
                }))
                .isInstanceOf(DataFault.class)
                .hasMessage("wrong");
        assertThat(load(NOW, BANK, "b")).isEqualTo(1);
    }

    @Test
    void aTurnThatWasNeverEndedIsTakenOverOnceItIsDead() {
        claims(NOW).claim(Turns.key(BANK), "a", Integer.class);
        assertThatThrownBy(() -> load(NOW.plus(CLAIM_TIME), BANK, "b")).isInstanceOf(TransientFault.class);
        assertThat(load(NOW.plus(CLAIM_TIME).plusSeconds(1), BANK, "b")).isEqualTo(1);
    }
}
