package io.payscope.runner.asl.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.model.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryCounterTest {

    private static final RandomGenerator RANDOM = new Random(1);

    private static Retrier retrier(int interval, int attempts, double rate, Optional<Duration> most, boolean jitter) {
        return new Retrier(List.of("X"), Duration.ofSeconds(interval), attempts, rate, most, jitter);
    }

    @Test
    void waitGrowsByTheRate() {
        RetryCounter counter = new RetryCounter(List.of(retrier(2, 9, 1.5, Optional.empty(), false)), RANDOM);
        assertThat(counter.next("X")).contains(Duration.ofSeconds(2));
        assertThat(counter.next("X")).contains(Duration.ofSeconds(3));
        assertThat(counter.next("X")).contains(Duration.ofMillis(4_500));
    }

    @Test
    void fullJitterDrawsBelowTheBoundedWait() {
        Retrier jittered = retrier(10, 1_000, 2, Optional.of(Duration.ofSeconds(12)), true);
        RetryCounter counter = new RetryCounter(List.of(jittered), RANDOM);
        double total = 0;
        for (int i = 0; i < 1_000; i++) {
            Duration wait = counter.next("X").orElseThrow();
            assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(12));
            total += wait.toMillis() / 1e3;
        }
        assertThat(total / 1_000).isBetween(5.5, 6.5);
    }

    @Test
    void veryManyAttemptsDoNotOverflow() {
        RetryCounter counter = new RetryCounter(List.of(retrier(1, 5_000, 10, Optional.empty(), false)), RANDOM);
        for (int i = 0; i < 4_999; i++) {
            assertThat(counter.next("X")).isPresent();
        }
        assertThat(counter.next("X")).contains(Duration.ofSeconds(Integer.MAX_VALUE));
        assertThat(counter.next("X")).isEmpty();
    }

    @Test
    void errorThatNoRetrierNamesIsNotRetried() {
        RetryCounter counter = new RetryCounter(List.of(retrier(1, 3, 2, Optional.empty(), false)), RANDOM);
        assertThat(counter.next("Y")).isEmpty();
    }
}
