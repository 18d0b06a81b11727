package io.payscope.runner.asl.json;

/** A text is not one JSON document. */
public final class MalformedJson extends RuntimeException {

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
