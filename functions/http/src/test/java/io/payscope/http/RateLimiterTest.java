package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.http.token.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final MovingClock clock = new MovingClock(Instant.EPOCH);
    private final RateLimiter limiter = new RateLimiter(clock);

    @Test
    void aBucketEmptiesAndRefills() {
        for (int i = 0; i < Rate.HEAVY.burst(); i++) {
            assertThat(limiter.take("ada", Rate.HEAVY)).isZero();
        }
        assertThat(limiter.take("ada", Rate.HEAVY)).isEqualTo(Duration.ofMillis(200));
        assertThat(limiter.take("bob", Rate.HEAVY)).isZero();
        assertThat(limiter.take("ada", Rate.ORDINARY)).isZero();

        clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < Rate.HEAVY.perSecond(); i++) {
            assertThat(limiter.take("ada", Rate.HEAVY)).isZero();
        }
        assertThat(limiter.take("ada", Rate.HEAVY)).isPositive();
    }

    @Test
    void aBucketNeverHoldsMoreThanItsBurst() {
        limiter.take("ada", Rate.HEAVY);
        clock.pass(Duration.ofDays(1));
        for (int i = 0; i < Rate.HEAVY.burst(); i++) {
            assertThat(limiter.take("ada", Rate.HEAVY)).isZero();
        }
        assertThat(limiter.take("ada", Rate.HEAVY)).isPositive();
    }

    @Test
    void itsMemoryIsBounded() {
        for (int i = 0; i < 2 * RateLimiter.MAX_BUCKETS; i++) {
            limiter.take("principal " + i, Rate.HEAVY);
        }
        assertThat(limiter.size()).isEqualTo(RateLimiter.MAX_BUCKETS);
    }
}
