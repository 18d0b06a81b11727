package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.AuditEvent;
import io.payscope.http.token.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditDeskTest {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final RecordedAudit trail = new RecordedAudit();
    private final AuditDesk desk = new AuditDesk(trail, clock);

    @Test
    void aFloodWithoutTokensFillsNothingAndIsCounted() {
        for (int i = 0; i < 10_000; i++) {
            desk.anonymous(Policy.LIST_RUNS, "no bearer token");
        }
        assertThat(trail.events()).hasSize(AuditDesk.ANONYMOUS_A_MINUTE);

        clock.pass(Duration.ofMinutes(1));
        desk.denied("ada", "ANALYST", null, Policy.LIST_RUNS, "not for this role");
        assertThat(trail.events()).hasSize(AuditDesk.ANONYMOUS_A_MINUTE + 2);
        assertThat(trail.events().get(AuditDesk.ANONYMOUS_A_MINUTE).detail())
                .isEqualTo("401 9990 more calls without a valid token up to 2026-01-01T00:01:00Z");
    }

    @Test
    void aRequiredEntryThatCannotBeWrittenIsAFault() {
        trail.down(true);
        assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> desk.allowed(allowed(), Recording.REQUIRED));
    }

    @Test
    void anEntryThatMayWaitIsWrittenOnceTheTrailIsBack() {
        trail.down(true);
        desk.allowed(allowed(), Recording.DEFERRABLE);
        trail.down(false);
        desk.denied("bob", "ANALYST", null, Policy.LIST_RUNS, "x");
        assertThat(trail.events()).isEmpty();

        clock.pass(Duration.ofSeconds(5));
        desk.anonymous(Policy.LIST_RUNS, "y");
        assertThat(trail.events()).extracting(AuditEvent::principal).containsExactly("ada", "bob", "anonymous");
    }

    @Test
    void whatWaitsIsBounded() {
        trail.down(true);
        for (int i = 0; i < 2 * AuditDesk.MAX_WAITING; i++) {
            desk.denied("ada", "ANALYST", null, Policy.LIST_RUNS, "x");
        }
        trail.down(false);
        clock.pass(Duration.ofSeconds(5));
        desk.denied("ada", "ANALYST", null, Policy.LIST_RUNS, "x");
        assertThat(trail.events()).hasSize(AuditDesk.MAX_WAITING);
    }

    @Test
    void aReasonIsOneShortLine() {
        desk.anonymous(Policy.LIST_RUNS, "a\r\nb\u001b[31m" + "x".repeat(1_000));
        assertThat(trail.events()).singleElement().satisfies(event -> assertThat(event.detail())
                .hasSizeLessThan(210)
                .doesNotContain("\n", "\r", "\u001b"));
    }

    private static AuditEvent allowed() {
        return new AuditEvent("ada", "ADMIN", null, "GET /x", AuditEvent.Outcome.ALLOWED, "");
    }
}
