package io.payscope.runner.asl.query;

/** A JSONata expression is wrong in itself, or uses what Step Functions does not offer. */
public final class MalformedExpression extends RuntimeException {

    MalformedExpression(String message) {
        super(message);
    }

    MalformedExpression(String message, Throwable cause) {
        super(message, cause);
    }
}
