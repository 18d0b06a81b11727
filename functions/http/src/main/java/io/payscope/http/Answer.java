package io.payscope.http;

import java.util.Map;

/**
 * What a route answers.
 *
 * @param status HTTP status, 200 to 299
 * @param body a record, written as JSON
 * @param headers besides those that every answer has, names in lower case
 * @param <T> type of the body
 */
public record Answer<T>(int status, T body, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** @return 200 */
    public static <T> Answer<T> ok(T body) {
        return new Answer<>(200, body, Map.of());
    }

    /** @return 202: it is accepted and not done yet */
    public static <T> Answer<T> accepted(T body) {
        return new Answer<>(202, body, Map.of());
    }

    /** @return 201, at that path */
    public static <T> Answer<T> created(String location, T body) {
        return new Answer<>(201, body, Map.of("location", location));
    }
}
