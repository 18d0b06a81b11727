package io.payscope.runner.isolated;

import java.util.List;

/** What a function's process reported instead of an answer, or what Lambda says where it reported nothing. */
public final class FunctionError extends RuntimeException {

    private final String errorType;
    private final transient List<String> stackTrace;

    /**
     * Creates the error.
     *
     * @param errorType what Step Functions matches: class name of what was thrown, or a name such as {@code
     *     Sandbox.Timedout}
     * @param errorMessage its message
     * @param stackTrace frames as the runtime reports them, possibly none
     */
    public FunctionError(String errorType, String errorMessage, List<String> stackTrace) {
        super(errorMessage, null, false, false);
        this.errorType = errorType;
        this.stackTrace = List.copyOf(stackTrace);
    }

    /** The function did not answer in its time. */
    static FunctionError timedOut(String request, long seconds) {
        return new FunctionError(
                "Sandbox.Timedout",
                "RequestId: " + request + " Error: Task timed out after " + seconds + ".00 seconds",
                List.of());
    }

    /** The process ended before it answered. */
    static FunctionError exited(String request, int status) {
        return new FunctionError(
                "Runtime.ExitError",
                "RequestId: " + request + " Error: Runtime exited with error: exit status " + status,
                List.of());
    }

    /** @return what Step Functions matches */
    public String errorType() {
        return errorType;
    }

    /** @return the error type without the package of a class */
    public String simpleType() {
        return errorType.substring(errorType.lastIndexOf('.') + 1);
    }

    /** @return frames as the runtime reported them */
    public List<String> frames() {
        return stackTrace;
    }
}
