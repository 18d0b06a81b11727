package io.payscope.validatedatasets;

import io.payscope.core.fault.Fault;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that was asked of a store once, from which several numbers are taken.
 *
 * @param value the answer, or null where the store did not give one
 * @param <T> type of the answer
 */
record Count<T>(@Nullable T value) {

    /** What is reported for a number that could not be had. */
    static final long UNKNOWN = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Count.class);

    /** Asks; a store that fails, in whatever way, leaves every number unknown, and the log says why. */
    static <T> Count<T> ask(Supplier<T> store) {
        try {
            return new Count<>(store.get());
        } catch (Fault fault) {
            LOG.warn("not counted: {}", fault.getMessage(), fault);
            return new Count<>(null);
        }
    }

    /** One of the numbers, or {@link #UNKNOWN}. */
    long number(ToLongFunction<T> number) {
        return value == null ? UNKNOWN : number.applyAsLong(value);
    }
}
