package io.payscope.runner.trigger;

import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands where EventBridge stands: announces every object that appears or changes below {@code uploads/}. The local
 * S3 sends no events, so the prefix is listed once a second. Delivery is at least once, as on AWS: what was announced
 * is remembered across restarts, but a crash in between announces again, and the claim on the content makes that
 * harmless.
 */
public final class UploadTrigger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UploadTrigger.class);
    private static final String PREFIX = "uploads/";
    private static final long PERIOD_SECONDS = 1;

    private final ObjectStore objects;
    private final Announced announced;
    private final Consumer<byte[]> target;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("upload-trigger").daemon().factory());

    /**
     * Creates a trigger; {@link #start} makes it look.
     *
     * @param objects the bucket
     * @param announced what was announced before
     * @param target receives an EventBridge event as JSON, one call an object
     * @param clock for the time in the events
     */
    public UploadTrigger(ObjectStore objects, Announced announced, Consumer<byte[]> target, Clock clock) {
        this.objects = objects;
        this.announced = announced;
        this.target = target;
        this.clock = clock;
    }

    /** Looks once a second from now on. */
    public void start() {
        timer.scheduleWithFixedDelay(this::lookSafely, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** A timer whose task throws once never runs again, so a failed look is logged and the next one tries again. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.error("cannot look for uploads; trying again", failure);
        }
    }

    /** Announces what is new since the last look. */
    void look() {
        for (ObjectHead head : objects.list(PREFIX)) {
            if (!head.key().endsWith("/") && !announced.contains(head)) {
                LOG.info("announcing {}", head.key());
                target.accept(ObjectCreated.event(objects.bucket(), head, clock.instant()));
                announced.add(head);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
