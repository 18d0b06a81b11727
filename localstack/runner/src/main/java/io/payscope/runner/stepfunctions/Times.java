package io.payscope.runner.stepfunctions;

import java.math.BigDecimal;
import java.time.Instant;

/** Times as the AWS JSON protocol has them. */
final class Times {

    private static final int MILLIS = 3;

    private Times() {}

    /** @return seconds since 1970-01-01T00:00:00Z, with milliseconds */
    static BigDecimal epochSeconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), MILLIS);
    }
}
