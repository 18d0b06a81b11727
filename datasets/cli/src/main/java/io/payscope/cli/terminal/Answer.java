package io.payscope.cli.terminal;

import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a command with {@code --json} prints, whatever happens: one object.
 *
 * @param command name of the subcommand
 * @param status how it ended
 * @param exitCode of the process
 * @param error why there is no result, or null
 * @param result what the subcommand found or made, or null
 * @param <R> record of the result
 */
public record Answer<R>(
        String command,
        ExitStatus status,
        int exitCode,
        @Nullable String error,
        @Nullable R result) {

    /** An answer with a result. */
    public static <R> Answer<R> of(String command, ExitStatus status, R result) {
        return new Answer<>(command, status, status.code(), null, result);
    }

    /** An answer without one. */
    public static Answer<Object> ofError(String command, ExitStatus status, String error) {
        return new Answer<>(command, status, status.code(), error, null);
    }

    /** Prints the answer, if it is to be JSON. */
    public void print(Terminal terminal) {
        if (terminal.isJson()) {
            terminal.answer(new String(JsonCodec.encode(this), StandardCharsets.UTF_8));
        }
    }
}
