package io.payscope.runner.isolated;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a function's process has used from its start to an answer.
 *
 * @param wallMillis from the start of the process to its answer
 * @param cpuMillis processor time of the process by then
 * @param residentMegabytes its resident memory by then
 */
public record ProcessUse(long wallMillis, long cpuMillis, long residentMegabytes) {

    private static final long KIB_PER_MIB = 1024;

    /**
     * Reads it now.
     *
     * @param process still running
     * @param startNanos {@link System#nanoTime()} when it was started
     */
    static ProcessUse of(ProcessHandle process, long startNanos) {
        return new ProcessUse(
                Duration.ofNanos(System.nanoTime() - startNanos).toMillis(),
                process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis(),
                resident(process.pid()));
    }

    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KIB_PER_MIB;
        } catch (IOException e) {
            throw new ConfigFault("cannot read the memory of process " + pid, e);
        }
    }
}
