package io.payscope.cli.terminal;

/** How a command ends. */
public enum ExitStatus {
    /** All that was asked for is done. */
    SUCCEEDED(0),
    /** Nothing of it is, or what was checked is broken. */
    FAILED(1),
    /** The command cannot be understood, or lacks credentials. */
    USAGE(2),
    /** Some of it is done. */
    PARTIAL(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** @return exit code of the process */
    public int code() {
        return code;
    }

    /** @return the status of a job of several parts */
    public static ExitStatus of(int done, int failed) {
        if (failed == 0) {
            return SUCCEEDED;
        }
        return done == 0 ? FAILED : PARTIAL;
    }
}
