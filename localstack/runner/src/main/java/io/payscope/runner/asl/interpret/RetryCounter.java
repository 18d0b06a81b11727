package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.model.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Counts the retries of one visit to a state; each retrier has a count of its own. Used by one thread. */
final class RetryCounter {

    private static final double NANOS = 1e9;

    private final List<Retrier> retriers;
    private final int[] used;
    private final RandomGenerator random;

    RetryCounter(List<Retrier> retriers, RandomGenerator random) {
        this.retriers = retriers;
        this.used = new int[retriers.size()];
        this.random = random;
    }

    /** @return how long to wait before the next attempt, or empty if there is none */
    Optional<Duration> next(String error) {
        for (int i = 0; i < used.length; i++) {
            Retrier retrier = retriers.get(i);
            if (retrier.errorEquals().stream().anyMatch(pattern -> ErrorNames.matches(pattern, error))) {
                if (used[i] >= retrier.maxAttempts()) {
                    return Optional.empty();
                }
                return Optional.of(delay(retrier, used[i]++));
            }
        }
        return Optional.empty();
    }

    /** Interval x rate^retries, at most the longest delay; with full jitter evenly between zero and that. */
    private Duration delay(Retrier retrier, int before) {
        double seconds = retrier.interval().toSeconds() * Math.pow(retrier.backoffRate(), before);
        double most =
                retrier.maxDelay().map(delay -> (double) delay.toSeconds()).orElse(Double.MAX_VALUE);
        double bounded = Math.min(Math.min(seconds, most), Integer.MAX_VALUE);
        double drawn = retrier.fullJitter() ? bounded * random.nextDouble() : bounded;
        return Duration.ofNanos(Math.round(drawn * NANOS));
    }
}
