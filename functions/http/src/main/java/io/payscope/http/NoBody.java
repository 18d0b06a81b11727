package io.payscope.http;

/** The body of a route that takes none. */
public record NoBody() {

    static final NoBody INSTANCE = new NoBody();
}
