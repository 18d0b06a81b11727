package io.payscope.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each principal and kind of route, in the memory of this process: the second wall behind the
 * gateway's throttle. Each warm environment of a function has its own, so the bound of a principal is this one times
 * the function's concurrency. Keeps the 10,000 buckets used last. Thread-safe.
 */
public final class RateLimiter {

    static final int MAX_BUCKETS = 10_000;

    private static final double MS = 1000.0;

    private final InstantSource clock;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    };

    private record Key(String principal, Rate rate) {}

    private static final class Bucket {

        private double calls;
        private long at;

        Bucket(double calls, long at) {
            this.calls = calls;
            this.at = at;
        }
    }

    public RateLimiter() {
        this(InstantSource.system());
    }

    RateLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes one call from a principal's bucket.
     *
     * @return zero if it may be made, otherwise how long until one may
     */
    public synchronized Duration take(String principal, Rate rate) {
        long now = clock.millis();
        Bucket bucket = buckets.computeIfAbsent(new Key(principal, rate), _ -> new Bucket(rate.burst(), now));
        double refilled = bucket.calls + Math.max(0, now - bucket.at) * rate.perSecond() / MS;
        bucket.calls = Math.min(rate.burst(), refilled);
        bucket.at = now;
        if (bucket.calls >= 1) {
            bucket.calls -= 1;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - bucket.calls) * MS / rate.perSecond()));
    }

    synchronized int size() {
        return buckets.size();
    }
}
