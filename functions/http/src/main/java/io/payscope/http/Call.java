package io.payscope.http;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.BankId;
import io.payscope.http.token.Principal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be answered: who asks is known, may do so, and is kept to the bank that the route allows.
 *
 * @param route what was asked for
 * @param caller who asks, or null on an open route
 * @param scope the bank that the call is about, or null on a route that is about none or all
 * @param path parameters of the path, decoded
 * @param query parameters of the query
 * @param headers by lower-case name, without the token
 * @param body decoded
 * @param requestId of this request, as answered to the caller
 * @param <B> type of the body
 */
public record Call<B>(
        Policy route,
        @Nullable Principal caller,
        @Nullable BankId scope,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        B body,
        String requestId) {

    public Call {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** @return who asks; only on a route that asks for a token */
    public Principal principal() {
        if (caller == null) {
            throw new BugFault(route + " is open and has no principal");
        }
        return caller;
    }

    /** @return the bank that the call is about; only on a route that is about one */
    public BankId bank() {
        if (scope == null) {
            throw new BugFault(route + " is about no single bank");
        }
        return scope;
    }

    /** @return a parameter of the path, which the route's template names */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new BugFault(route.routeKey() + " has no parameter " + name);
        }
        return value;
    }

    /** @return a header by its lower-case name */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * A whole number in the query.
     *
     * @return what is given, or the default
     * @throws Refusal 400 if it is not within the bounds
     */
    public int number(String name, int min, int max, int otherwise) {
        String value = query.get(name);
        if (value == null) {
            return otherwise;
        }
        String expected = name + ": expected a whole number from " + min + " to " + max;
        if (!value.matches("[0-9]{1,9}")) {
            throw new Refusal(400, expected);
        }
        int number = Integer.parseInt(value);
        if (number < min || number > max) {
            throw new Refusal(400, expected);
        }
        return number;
    }
}
