package io.payscope.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * One question that a decision rests on, with its answer.
 *
 * @param name such as {@code cost}
 * @param measured what was found, or null where it could not be measured
 * @param limit what it was held against, or null where there is none
 * @param passed whether it speaks for the candidate
 * @param note units and origin of both numbers
 */
public record NamedCheck(
        String name, @Nullable Double measured, @Nullable Double limit, boolean passed, String note) {}
