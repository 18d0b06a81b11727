package io.payscope.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request. Paths are compared as they were sent; only parameters are decoded, once. */
public final class Router {

    private Router() {}

    /**
     * A route with what its path said.
     *
     * @param route the route
     * @param parameters by name, decoded
     */
    public record Match(Policy route, Map<String, String> parameters) {

        public Match {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * The route of a request.
     *
     * @param method in capitals
     * @param rawPath as it was sent, without the query
     * @return empty if there is none
     */
    public static Optional<Match> find(String method, String rawPath) {
        for (Policy route : Policy.values()) {
            if (route.template().method().equals(method)) {
                Optional<Map<String, String>> parameters = route.template().match(rawPath);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(route, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** @return methods that the path knows, separated by commas; empty if there is no such path */
    static String allowed(String rawPath) {
        return Arrays.stream(Policy.values())
                .filter(route -> route.template().match(rawPath).isPresent())
                .map(route -> route.template().method())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
