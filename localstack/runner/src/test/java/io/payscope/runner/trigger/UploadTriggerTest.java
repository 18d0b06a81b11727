package io.payscope.runner.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.InMemoryObjects;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class UploadTriggerTest {

    private static final String KEY = "uploads/bank=3/a b+c.csv";

    @TempDir
    private Path folder;

    private final ObjectStore objects = new InMemoryObjects();
    private final List<String> keys = new ArrayList<>();

    private UploadTrigger trigger() {
        return new UploadTrigger(
                objects, new Announced(folder.resolve("announced.txt")), this::receive, Clock.systemUTC());
    }

    private void receive(byte[] event) {
        keys.add(new JsonMapper().readTree(event).at("/detail/object/key").asString());
    }

    private void put(String key, String body) {
        objects.put(key, body.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    @Test
    void objectIsAnnouncedOnceUntilItChanges() {
        put("raw/bank=3/other.csv", "x");
        put("uploads/bank=3/", "");
        put(KEY, "first");
        try (UploadTrigger trigger = trigger()) {
            trigger.look();
            trigger.look();
            assertThat(keys).containsExactly(KEY);
            put(KEY, "second");
            trigger.look();
            assertThat(keys).containsExactly(KEY, KEY);
        }
    }

    @Test
    void restartRemembersWhatWasAnnounced() {
        put(KEY, "first");
        try (UploadTrigger trigger = trigger()) {
            trigger.look();
        }
        try (UploadTrigger restarted = trigger()) {
            restarted.look();
        }
        assertThat(keys).containsExactly(KEY);
    }

    @Test
    void objectWhoseAnnouncementFailedIsAnnouncedAgain() {
        put(KEY, "first");
        Announced announced = new Announced(folder.resolve("announced.txt"));
        try (UploadTrigger failing = new UploadTrigger(
                objects,
                announced,
                _ -> {
                    throw new TransientFault("busy");
                },
                Clock.systemUTC())) {
            assertThatThrownBy(failing::look).isInstanceOf(TransientFault.class);
        }
        try (UploadTrigger trigger = trigger()) {
            trigger.look();
        }
        assertThat(keys).containsExactly(KEY);
    }

    @Test
    void lookThatFailsDoesNotStopTheNext() throws InterruptedException {
        put(KEY, "first");
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch delivered = new CountDownLatch(1);
        Announced announced = new Announced(folder.resolve("announced.txt"));
        try (UploadTrigger trigger = new UploadTrigger(
                objects,
                announced,
                _ -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("no fault, but a look that failed all the same");
                    }
                    delivered.countDown();
                },
                Clock.systemUTC())) {
            trigger.start();
            assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
