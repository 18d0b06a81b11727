package io.payscope.runner.asl.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state failed with an error that Retry and Catch may name. */
public final class StateFailure extends RuntimeException {

    private final Optional<String> error;
    private final Optional<String> cause;

    /**
     * @param error the name that Retry and Catch match
     * @param cause for a human, or JSON by which the failed service explains itself
     */
    public StateFailure(String error, String cause) {
        this(Optional.of(error), Optional.of(cause), null);
    }

    /**
     * @param error the name that Retry and Catch match
     * @param cause for a human
     * @param origin what was caught
     */
    public StateFailure(String error, String cause, Throwable origin) {
        this(Optional.of(error), Optional.of(cause), origin);
    }

    /** A failure as a Fail state declares it, where both texts may be missing. */
    public StateFailure(Optional<String> error, Optional<String> cause) {
        this(error, cause, null);
    }

    private StateFailure(Optional<String> error, Optional<String> cause, @Nullable Throwable origin) {
        super(error.orElse("(no error)") + ": " + cause.orElse("(no cause)"), origin, false, false);
        this.error = error;
        this.cause = cause;
    }

    /** @return the name that Retry and Catch match, empty if there is none */
    public String errorName() {
        return error.orElse("");
    }

    /** @return the error, if one was given */
    public Optional<String> error() {
        return error;
    }

    /** @return the cause, if one was given */
    public Optional<String> cause() {
        return cause;
    }

    /** @return what {@code $states.errorOutput} holds: Error and Cause where given */
    public Map<String, Object> asErrorOutput() {
        Map<String, Object> output = new LinkedHashMap<>();
        error.ifPresent(text -> output.put("Error", text));
        cause.ifPresent(text -> output.put("Cause", text));
        return output;
    }
}
