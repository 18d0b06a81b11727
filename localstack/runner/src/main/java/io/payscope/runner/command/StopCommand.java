package io.payscope.runner.command;

import io.payscope.runner.run.OutFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends a runner that was started with the same {@code --out}. */
@Command(
        name = "stop",
        description = "Stops the runner that holds the output folder, and its stores with it.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final int STOP_SECONDS = 60;

    @Option(
            names = "--out",
            defaultValue = "payscope-out",
            description = "output folder of the runner to stop (${DEFAULT-VALUE})")
    private Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws ExecutionException, InterruptedException, TimeoutException {
        PrintWriter terminal = spec.commandLine().getOut();
        Optional<ProcessHandle> runner = OutFolder.holder(out).flatMap(ProcessHandle::of);
        if (runner.isEmpty()) {
            terminal.println("no runner holds " + out);
            return ExitCode.SUCCEEDED;
        }
        runner.get().destroy();
        runner.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        terminal.println("stopped process " + runner.get().pid());
        return ExitCode.SUCCEEDED;
    }
}
