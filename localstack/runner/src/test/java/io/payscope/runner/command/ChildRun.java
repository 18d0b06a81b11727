package io.payscope.runner.command;

import io.payscope.runner.host.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The {@code e2e} command in a process of its own, as the script starts it. */
final class ChildRun implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final BufferedReader lines;
    private final StringBuilder seen = new StringBuilder();
    private final Set<ProcessHandle> descendants = new HashSet<>();

    private ChildRun(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        // A run that hangs ends here, and the reader below with it.
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    static ChildRun start(Path out, String rows) throws IOException {
        return start(
                Map.of("OMP_WAIT_POLICY", "passive"),
                List.of("e2e", "--banks", "3", "--rows", rows, "--seed", "7", "--keep", "--out", out.toString()));
    }

    /** Starts the command with further variables in its environment. */
    static ChildRun start(Map<String, String> environment, List<String> arguments) throws IOException {
        Path home = Path.of("../..").toAbsolutePath().normalize();
        Path runner = home.resolve("localstack/runner");
        List<String> command = new ArrayList<>(List.of(
                Home.java().toString(),
                "@" + runner.resolve("jvm.options"),
                "-Dpayscope.home=" + home,
                "-cp",
                runner.resolve("target/classes") + ":"
                        + Files.readString(runner.resolve("target/classpath")).strip(),
                PayscopeLocal.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KAGGLE_"));
        builder.environment().putAll(environment);
        return new ChildRun(builder.start());
    }

    /** Reads on until a line contains the text, and remembers which processes there are by then. */
    void awaitLine(String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(text)) {
                process.descendants().forEach(descendants::add);
                return;
            }
        }
        throw new AssertionError("the run ended before a line with '" + text + "':\n" + seen);
    }

    /** Ends the runner as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Reads to the end. */
    int exitCode() throws IOException, InterruptedException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
        }
        return process.waitFor();
    }

    String output() {
        return seen.toString();
    }

    /** The stores and what they started, as far as it was there at the last awaited line. */
    Set<ProcessHandle> descendants() {
        return Set.copyOf(descendants);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
