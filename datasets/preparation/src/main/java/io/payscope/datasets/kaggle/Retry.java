package io.payscope.datasets.kaggle;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An attempt failed in a way that another may not. */
final class Retry extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean atOnce;
    private final transient Optional<Duration> retryAfter;

    private Retry(String message, boolean atOnce, Optional<Duration> retryAfter) {
        super(message);
        this.atOnce = atOnce;
        this.retryAfter = retryAfter;
    }

    /**
     * After a pause.
     *
     * @param retryAfter what the server asks for
     */
    static Retry later(String message, Optional<Duration> retryAfter) {
        return new Retry(message, false, retryAfter);
    }

    /** Without a pause: the next attempt is another request. */
    static Retry atOnce(String message) {
        return new Retry(message, true, Optional.empty());
    }

    boolean isAtOnce() {
        return atOnce;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
