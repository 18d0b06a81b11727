package io.payscope.core.model;

import java.time.Duration;

/** The length of a time bucket. */
public enum Grain {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Grain(Duration length) {
        this.length = length;
    }

    /** @return the length of one bucket */
    public Duration length() {
        return length;
    }
}
