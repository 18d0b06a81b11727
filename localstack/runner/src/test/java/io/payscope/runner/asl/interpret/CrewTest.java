package io.payscope.runner.asl.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrewTest {

    @Test
    void runsNoMoreJobsAtOnceThanTheLimitAndAsMany() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier threeAtOnce = new CyclicBarrier(3);
        List<Integer> results = Crew.run("crew", 30, 3, i -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            meet(threeAtOnce);
            running.decrementAndGet();
            return i * i;
        });
        assertThat(most).hasValue(3);
        assertThat(results).hasSize(30).startsWith(0, 1, 4).endsWith(29 * 29);
    }

    @Test
    void firstFailureInterruptsTheOthersAndNothingMoreStarts() {
        AtomicInteger started = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        CyclicBarrier bothRun = new CyclicBarrier(2);
        assertThatThrownBy(() -> Crew.run("crew", 100, 2, i -> {
                    started.incrementAndGet();
                    meet(bothRun);
                    if (i == 0) {
                        throw new IllegalStateException("first");
                    }
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                        throw e;
                    }
                }))
                .hasMessage("first");
        assertThat(started).hasValue(2);
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void interruptedCallerInterruptsTheJobsAndWaitsForThem() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        AtomicInteger ended = new AtomicInteger();
        Fork<List<Object>> crew = Fork.start(
                Thread.ofVirtual(),
                () -> Crew.run("crew", 2, 2, i -> {
                    running.countDown();
                    try {
                        new CountDownLatch(1).await();
                        return i;
                    } finally {
                        ended.incrementAndGet();
                    }
                }));
        running.await();
        crew.stop();
        assertThat(ended).hasValue(2);
        assertThatThrownBy(crew::result).isInstanceOf(InterruptedException.class);
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
