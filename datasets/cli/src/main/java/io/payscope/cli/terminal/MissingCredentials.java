package io.payscope.cli.terminal;

/** Nothing says who asks. The message names the ways to say it, and no secret. */
public final class MissingCredentials extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message where credentials were looked for and how to set them
     * @param cause what was caught
     */
    public MissingCredentials(String message, Throwable cause) {
        super(message, cause);
    }
}
