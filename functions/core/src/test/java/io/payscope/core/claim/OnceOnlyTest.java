package io.payscope.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {

    private static final EffectKey KEY = new EffectKey(new BankId(3), "train-fraud", "hash");

    private final MemoryClaims claims = new MemoryClaims();
    private final OnceOnly onceOnly = new OnceOnly(claims);
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void theSecondCallerGetsTheFirstResult() {
        assertThat(run("a")).isEqualTo(1);
        assertThat(run("b")).isEqualTo(1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void whileAnotherIsAtItTheCallerIsToldToTryAgain() {
        claims.claim(KEY, "other", Integer.class);

        assertThatThrownBy(() -> run("a")).isInstanceOf(TransientFault.class).hasMessageContaining("other");
        assertThat(effects).hasValue(0);
    }

    @Test
    void aFailureGivesTheClaimUp() {
        assertThatThrownBy(() -> onceOnly.run(KEY, "a", Integer.class, _ -> true, () -> {
                    throw new DataFault("bad");
                }))
                .isInstanceOf(DataFault.class);

        assertThat(run("b")).isEqualTo(1);
    }

    @Test
    void aResultThatNoLongerStandsIsDoneAgain() {
        run("a");

        int again = onceOnly.run(KEY, "b", Integer.class, _ -> false, effects::incrementAndGet);

        assertThat(again).isEqualTo(2);
        assertThat(run("c")).isEqualTo(2);
    }

    private int run(String owner) {
        return onceOnly.run(KEY, owner, Integer.class, _ -> true, effects::incrementAndGet);
    }
}
