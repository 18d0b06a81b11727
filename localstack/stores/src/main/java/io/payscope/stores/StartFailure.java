package io.payscope.stores;

import org.jspecify.annotations.Nullable;

/** The stores cannot be started; the message says why to whoever started them. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private StartFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static StartFailure usage(String message) {
        return new StartFailure(2, message, null);
    }

    static StartFailure locked(String message) {
        return new StartFailure(4, message, null);
    }

    static StartFailure portTaken(String message, Throwable cause) {
        return new StartFailure(5, message, cause);
    }

    static StartFailure broken(String message, Throwable cause) {
        return new StartFailure(1, message, cause);
    }

    /** @return what the process ends with: 1 broken, 2 usage, 4 state folder in use, 5 port in use */
    int exitCode() {
        return exitCode;
    }
}
