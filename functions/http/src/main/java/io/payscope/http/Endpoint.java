package io.payscope.http;

/**
 * A route's handler with the type of the body it takes.
 *
 * @param bodyType public record that the body is decoded into, {@link NoBody} for a route without one
 * @param handler what answers
 * @param <B> type of the body
 */
public record Endpoint<B>(Class<B> bodyType, Handler<B> handler) {

    /** @return an endpoint that takes no body */
    public static Endpoint<NoBody> of(Handler<NoBody> handler) {
        return new Endpoint<>(NoBody.class, handler);
    }

    /** @return an endpoint that takes a body */
    public static <B> Endpoint<B> of(Class<B> bodyType, Handler<B> handler) {
        return new Endpoint<>(bodyType, handler);
    }
}
