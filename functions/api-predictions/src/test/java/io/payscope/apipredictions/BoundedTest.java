package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedTest {

    private final Bounded<String, String> kept = new Bounded<>(2);
    private final List<String> made = new ArrayList<>();

    private String get(String key) {
        return kept.get(key, wanted -> {
            made.add(wanted);
            return "value of " + wanted;
        });
    }

    @Test
    void whatWasNotAskedForTheLongestIsForgotten() {
        assertThat(get("a")).isEqualTo("value of a");
        get("b");
        get("a");
        get("c");
        get("a");
        assertThat(made).containsExactly("a", "b", "c");
        get("b");
        assertThat(made).containsExactly("a", "b", "c", "b");
    }

    @Test
    void whatCannotBeMadeIsTriedAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kept.get("a", _ -> {
                    throw new IllegalStateException("not now");
                }));
        assertThat(get("a")).isEqualTo("value of a");
    }

    @Test
    void aValueThatManyAskForAtOnceIsMadeOnce() throws Exception {
        AtomicInteger makings = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(8);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Bounded<String, Integer> numbers = new Bounded<>(2);
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> {
                    asked.countDown();
                    asked.await();
                    return numbers.get("a", _ -> makings.incrementAndGet());
                }));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isOne();
        }
        assertThat(makings).hasValue(1);
    }

    /** Each waits, while it makes its value, for the other to make its own: with one lock for both, neither would end. */
    @Test
    void twoValuesAreMadeAtTheSameTime() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> met = new ArrayList<>();
            Bounded<String, Boolean> values = new Bounded<>(2);
            for (String key : List.of("bank 1", "bank 2")) {
                met.add(threads.submit(() -> values.get(key, _ -> meets(both))));
            }
            for (Future<Boolean> one : met) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    private static boolean meets(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
