package io.payscope.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void quantilesAreOfTheNearestRank() {
        Latencies hundred = new Latencies(
                LongStream.rangeClosed(1, 100)
                        .map(i -> 101 - i)
                        .map(i -> i * 1_000_000)
                        .toArray(),
                2);
        assertThat(hundred.millis(0.5)).isEqualTo(50);
        assertThat(hundred.millis(0.99)).isEqualTo(99);
        assertThat(hundred.millis(1)).isEqualTo(100);
        assertThat(hundred.errors()).isEqualTo(2);
        assertThat(new Latencies(new long[0], 0).millis(0.99)).isZero();
    }

    @Test
    void closedLoopCallsEachNumberOnceAndCountsWhatFails() {
        Set<Integer> called = ConcurrentHashMap.newKeySet();
        Latencies all = Load.closed(20, i -> called.add(i) && i % 4 != 0);
        assertThat(called).hasSize(20);
        assertThat(all.errors()).isEqualTo(5);
        assertThat(all.calls()).isEqualTo(20);
    }

    /** The first call is not answered before the last was made: a loop that waited for it would never end. */
    @Test
    void openLoopWaitsForNoAnswerAndCountsFromTheTimeDue() {
        CountDownLatch last = new CountDownLatch(1);
        Latencies all = Load.open(100, Duration.ofSeconds(1), i -> {
            if (i == 99) {
                last.countDown();
                return true;
            }
            if (i == 0) {
                try {
                    last.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return i != 50;
        });
        assertThat(all.calls()).isEqualTo(100);
        assertThat(all.errors()).isOne();
        assertThat(all.millis(1))
                .as("the first call was due 990 ms before the last")
                .isGreaterThanOrEqualTo(990);
    }
}
