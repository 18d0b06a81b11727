package io.payscope.runner.stepfunctions;

/** A request that is answered with an error of the AWS JSON 1.0 protocol. */
final class ApiError extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;

    private final int status;
    private final String type;

    ApiError(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static ApiError validation(String message) {
        return new ApiError(BAD_REQUEST, "ValidationException", message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
