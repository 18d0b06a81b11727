package io.payscope.runner.asl.port;

import io.payscope.runner.asl.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function failed. Step Functions sees the error's name and a cause. */
public final class LambdaFailure extends Exception {

    private final String error;

    private LambdaFailure(String error, String cause) {
        super(cause, null, false, false);
        this.error = error;
    }

    /**
     * The function threw: the cause is the JSON that a Lambda runtime reports.
     *
     * @param errorType class of what was thrown, full or simple as the runtime reports it
     * @param errorMessage its message
     * @param stackTrace its frames, possibly none
     */
    public static LambdaFailure ofFunction(String errorType, String errorMessage, List<String> stackTrace) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("errorMessage", errorMessage);
        report.put("errorType", errorType);
        if (!stackTrace.isEmpty()) {
            report.put("stackTrace", stackTrace);
        }
        return new LambdaFailure(errorType, Json.write(report));
    }

    /**
     * The service failed before or around the function, for example {@code Lambda.ResourceNotFoundException}.
     *
     * @param error name of the error, beginning with {@code Lambda.}
     * @param cause for a human
     */
    public static LambdaFailure ofService(String error, String cause) {
        return new LambdaFailure(error, cause);
    }

    /** @return the name that Retry and Catch match */
    public String error() {
        return error;
    }

    /** @return the text that Step Functions passes on as Cause */
    public String causeText() {
        return String.valueOf(getMessage());
    }
}
