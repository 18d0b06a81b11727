package io.payscope.runner.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/** Prints the end of a log when a test fails; the folder that holds the log is gone by the time anybody looks. */
public final class LogTail implements TestWatcher, LifecycleMethodExecutionExceptionHandler {

    private static final int LINES = 60;

    private final Supplier<Path> log;

    /** @param log where the log is, asked when a test has failed; the file need not exist */
    public LogTail(Supplier<Path> log) {
        this.log = log;
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        print();
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        print();
        throw failure;
    }

    private void print() {
        Path file = log.get();
        System.getLogger(LogTail.class.getName()).log(Level.WARNING, "end of " + file + ":\n" + tail(file));
    }

    private static String tail(Path file) {
        if (!Files.exists(file)) {
            return "(there is no such file)";
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
