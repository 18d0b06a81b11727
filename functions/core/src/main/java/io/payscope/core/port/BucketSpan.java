package io.payscope.core.port;

import io.payscope.core.model.Grain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the time buckets of one grain cover.
 *
 * @param grain length of a bucket
 * @param buckets how many there are
 * @param volume transactions in all of them
 * @param first start of the first, or null where there is none
 * @param last start of the last, or null where there is none
 */
public record BucketSpan(
        Grain grain,
        long buckets,
        long volume,
        @Nullable Instant first,
        @Nullable Instant last) {}
