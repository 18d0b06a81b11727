package io.payscope.stores.s3;

import static io.payscope.stores.s3.S3UnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class ConditionalWritesTest {

    private static final int WRITERS = 20;

    @TempDir
    static Path folder;

    private static S3UnderTest s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3UnderTest(folder);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void createsOnlyWhereThereIsNothing() {
        createIfAbsent("claim", "first");
        refused(412, () -> createIfAbsent("claim", "second"));
        assertThat(s3.get("claim")).isEqualTo("first");
    }

    @Test
    void replacesOnlyWhatWasRead() {
        String first = s3.put("state", "1").eTag();
        replaceIfMatch("state", first, "2");
        refused(412, () -> replaceIfMatch("state", first, "3"));
        refused(404, () -> replaceIfMatch("state-that-is-not-there", first, "3"));
        assertThat(s3.get("state")).isEqualTo("2");
    }

    /** A client that loses the answer to a write that was done repeats it, and is refused by its own success. */
    @Test
    void noWriterLosesItsAnswer() {
        for (int n = 0; n < 400; n++) {
            createIfAbsent("many/" + n, "x".repeat(1 + n % 50));
        }
    }

    @Test
    void aRefusedWriterOfALargeBodyIsToldWhy() {
        createIfAbsent("large", "first");
        String large = "x".repeat(4 << 20);
        for (int attempt = 0; attempt < 10; attempt++) {
            refused(412, () -> createIfAbsent("large", large));
            refused(412, () -> replaceIfMatch("large", "\"another\"", large));
        }
        assertThat(s3.get("large")).isEqualTo("first");
    }

    @RepeatedTest(5)
    void oneOfTwentyCreatorsWins(RepetitionInfo repetition) throws Exception {
        String key = "claims/created-" + repetition.getCurrentRepetition();
        List<Integer> winners = race(n -> createIfAbsent(key, body(n)));
        assertThat(winners).hasSize(1);
        assertThat(s3.get(key)).isEqualTo(body(winners.getFirst()));
    }

    @RepeatedTest(5)
    void oneOfTwentyReplacersWins(RepetitionInfo repetition) throws Exception {
        String key = "claims/replaced-" + repetition.getCurrentRepetition();
        String tag = s3.put(key, "old").eTag();
        List<Integer> winners = race(n -> replaceIfMatch(key, tag, body(n)));
        assertThat(winners).hasSize(1);
        assertThat(s3.get(key)).isEqualTo(body(winners.getFirst()));
    }

    @Test
    void listingsNeverShowDraftsOfRunningWrites() throws Exception {
        String large = "x".repeat(1 << 20);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Object>> writers = IntStream.range(0, 3)
                    .mapToObj(writer -> threads.submit((Callable<Object>) () -> {
                        for (int n = 0; n < 20; n++) {
                            s3.put("drafts/" + writer, large);
                        }
                        return writer;
                    }))
                    .toList();
            while (!writers.stream().allMatch(Future::isDone)) {
                assertThat(s3.client()
                                .listObjectsV2(list -> list.bucket(BUCKET).prefix("drafts/"))
                                .contents())
                        .extracting(S3Object::key)
                        .isSubsetOf("drafts/0", "drafts/1", "drafts/2");
            }
            for (Future<Object> writer : writers) {
                writer.get();
            }
        }
    }

    /** @return which writers were not refused with 412 */
    private static List<Integer> race(Writer write) throws Exception {
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Boolean>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(n -> threads.submit(() -> {
                        together.await();
                        return wins(() -> write.write(n));
                    }))
                    .toList();
            List<Integer> winners = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                if (writers.get(n).get()) {
                    winners.add(n);
                }
            }
            return winners;
        }
    }

    private static boolean wins(Runnable write) {
        try {
            write.run();
            return true;
        } catch (S3Exception e) {
            assertThat(e.statusCode()).isEqualTo(412);
            return false;
        }
    }

    /** Writes as one of several. */
    @FunctionalInterface
    private interface Writer {
        void write(int n);
    }

    private static String body(int n) {
        return ("writer " + n + "\n").repeat(2_000);
    }

    private static void createIfAbsent(String key, String body) {
        s3.client().putObject(put -> put.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromString(body));
    }

    private static void replaceIfMatch(String key, String tag, String body) {
        s3.client().putObject(put -> put.bucket(BUCKET).key(key).ifMatch(tag), RequestBody.fromString(body));
    }

    private static void refused(int status, Runnable write) {
        assertThatThrownBy(write::run).isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode())
                .isEqualTo(status));
    }
}
