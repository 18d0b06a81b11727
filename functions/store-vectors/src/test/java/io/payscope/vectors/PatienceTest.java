package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.TransientFault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void asksUntilNothingIsMissing() {
        AtomicInteger asked = new AtomicInteger();

        Patience.TWO_MINUTES.await(() -> asked.incrementAndGet() < 4 ? "three more" : "");

        assertThat(asked).hasValue(4);
    }

    @Test
    void whatNeverShowsIsTransient() {
        assertThatThrownBy(() -> new Patience(Duration.ZERO).await(() -> "5 vectors short"))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("5 vectors short");
    }
}
