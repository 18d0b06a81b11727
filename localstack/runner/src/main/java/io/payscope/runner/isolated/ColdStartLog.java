package io.payscope.runner.isolated;

import io.payscope.core.fault.ConfigFault;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A CSV file with what each process used from its start to its first answer. Thread-safe. */
final class ColdStartLog {

    private static final String HEADER = "function,native,wall_ms,cpu_ms,rss_mb";

    private final Path file;

    /** @param file appended to, or made at the first line */
    ColdStartLog(Path file) {
        this.file = file;
    }

    /** Writes a line if the process has just answered for the first time. */
    synchronized void note(StageName stage, FunctionProcess process) {
        process.firstUse()
                .ifPresent(use -> append("%s,%b,%d,%d,%d"
                        .formatted(
                                stage.function(),
                                process.isNative(),
                                use.wallMillis(),
                                use.cpuMillis(),
                                use.residentMegabytes())));
    }

    private void append(String line) {
        try {
            List<String> lines = Files.exists(file) ? List.of(line) : List.of(HEADER, line);
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ConfigFault("cannot write " + file, e);
        }
    }
}
