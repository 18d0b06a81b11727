package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.MalformedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of a request. Each is taken once; {@link #done()} refuses those that nobody took. */
final class Request {

    private static final Pattern EXECUTION_ARN = Pattern.compile("arn:aws[a-z-]*:states:[^:]*:[^:]*:execution:.+");

    private final Map<String, @Nullable Object> left = new LinkedHashMap<>();

    private Request(Map<?, ?> members) {
        members.forEach((name, value) -> left.put(String.valueOf(name), value));
    }

    static Request parse(String body) {
        try {
            if (Json.parse(body.isBlank() ? "{}" : body) instanceof Map<?, ?> members) {
                return new Request(members);
            }
        } catch (MalformedJson e) {
            throw new ApiError(ApiError.BAD_REQUEST, "SerializationException", String.valueOf(e.getMessage()));
        }
        throw new ApiError(ApiError.BAD_REQUEST, "SerializationException", "expected a JSON object");
    }

    Optional<String> text(String name) {
        return switch (left.remove(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object other -> throw ApiError.validation(name + ": expected a string, found " + Json.kind(other));
        };
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> ApiError.validation(name + ": must not be null"));
    }

    /** Takes an ARN that has the shape of an execution's. */
    String executionArn() {
        String arn = requiredText("executionArn");
        if (!EXECUTION_ARN.matcher(arn).matches()) {
            throw new ApiError(ApiError.BAD_REQUEST, "InvalidArn", "Invalid Arn: '" + arn + "'");
        }
        return arn;
    }

    boolean truth(String name, boolean otherwise) {
        return switch (left.remove(name)) {
            case null -> otherwise;
            case Boolean truth -> truth;
            case Object other -> throw ApiError.validation(name + ": expected a boolean, found " + Json.kind(other));
        };
    }

    /** Takes {@code includedData}: whether inputs, outputs and definitions are wanted. */
    boolean withData() {
        String wanted = text("includedData").orElse("ALL_DATA");
        return switch (wanted) {
            case "ALL_DATA" -> true;
            case "METADATA_ONLY" -> false;
            default ->
                throw ApiError.validation("includedData: expected ALL_DATA or METADATA_ONLY, found '" + wanted + "'");
        };
    }

    /** Takes a member that the API has and that changes nothing here. */
    void ignore(String name) {
        left.remove(name);
    }

    /** Takes how many results are wanted; none and 0 mean {@code otherwise}. */
    int maxResults(int otherwise, int most) {
        Object value = left.remove("maxResults");
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= 0 && number <= most) {
            return number == 0 ? otherwise : number;
        }
        throw ApiError.validation("maxResults: expected 0 to " + most + ", found " + Json.write(value));
    }

    void done() {
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw ApiError.validation(name + ": is not implemented by the local runner");
        });
    }
}
