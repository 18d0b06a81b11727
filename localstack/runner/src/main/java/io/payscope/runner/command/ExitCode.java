package io.payscope.runner.command;

import io.payscope.core.stage.RunSummary.RunStatus;

/** What the command's exit code says. */
final class ExitCode {

    static final int SUCCEEDED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PARTIAL = 3;

    private ExitCode() {}

    /** The exit code for the end of a run. */
    static int of(RunStatus status) {
        return switch (status) {
            case SUCCEEDED -> SUCCEEDED;
            case PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
        };
    }
}
