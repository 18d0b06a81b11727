package io.payscope.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path whose segments in braces stand for one segment each.
 *
 * @param method in capitals
 * @param segments of the path
 */
record RouteTemplate(String method, List<String> segments) {

    private static final int MAX_SEGMENT = 256;

    /** @param key such as {@code GET /admin/runs/{id}} */
    static RouteTemplate of(String key) {
        int space = key.indexOf(' ');
        return new RouteTemplate(key.substring(0, space), split(key.substring(space + 1)));
    }

    String key() {
        return method + " /" + String.join("/", segments);
    }

    /** The parameters of a path as it was sent, or empty if it is another path. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> found = split(rawPath);
        if (found.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            String wanted = segments.get(i);
            if (wanted.startsWith("{")) {
                String value = decoded(found.get(i));
                if (!usable(value)) {
                    return Optional.empty();
                }
                parameters.put(wanted.substring(1, wanted.length() - 1), value);
            } else if (!wanted.equals(found.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** A parameter is one name: nothing that could become a path, and nothing that cannot be shown. */
    static boolean usable(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_SEGMENT
                && value.indexOf('/') < 0
                && value.indexOf('\\') < 0
                && !value.equals(".")
                && !value.equals("..")
                && value.chars().noneMatch(Character::isISOControl);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    }

    /** Empty where the encoding is broken. A plus sign is one: only in queries does it stand for a space. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
