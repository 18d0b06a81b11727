package io.payscope.http;

import io.payscope.core.fault.DataFault;
import io.payscope.http.token.StrictJson;
import io.payscope.wire.json.JsonCodec;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Decodes bodies: JSON by its media type, within the route's size, strictly. */
final class Bodies {

    private static final String JSON = "application/json";
    private static final int MAX_PLACE = 120;

    private Bodies() {}

    /** @throws Refusal 413, 415 or 400 */
    static <B> B decode(Incoming request, Policy route, Class<B> type) {
        byte[] body = request.body(route.maxBodyBytes());
        if (type == NoBody.class) {
            if (body.length > 0) {
                throw new Refusal(400, "this route takes no body");
            }
            return type.cast(NoBody.INSTANCE);
        }
        if (request.header("content-encoding").isPresent()
                || !isJson(request.header("content-type").orElse(""))) {
            throw new Refusal(415, "the body must be " + JSON + ", UTF-8, not encoded otherwise");
        }
        return strictly(body, type);
    }

    private static boolean isJson(String contentType) {
        String compact = contentType.toLowerCase(Locale.ROOT).replace(" ", "");
        return compact.equals(JSON) || compact.equals(JSON + ";charset=utf-8");
    }

    private static <B> B strictly(byte[] body, Class<B> type) {
        try {
            StrictJson.object(body);
        } catch (DataFault _) {
            throw new Refusal(400, "the body is no JSON object, or says something twice");
        }
        try {
            return JsonCodec.decode(body, type);
        } catch (DataFault fault) {
            throw new Refusal(400, "the body does not fit this route" + place(fault));
        }
    }

    /** Where it does not fit, in the names that the caller sent; the reader's own words name classes. */
    private static String place(DataFault fault) {
        if (!(fault.getCause() instanceof JacksonException e) || e.getPath().isEmpty()) {
            return ": a field is missing or out of range";
        }
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getPropertyName().replaceAll("[^A-Za-z0-9_]", "?"))
                .collect(Collectors.joining("."));
        return " at " + path.substring(0, Math.min(path.length(), MAX_PLACE));
    }
}
