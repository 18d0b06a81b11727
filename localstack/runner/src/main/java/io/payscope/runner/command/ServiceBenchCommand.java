package io.payscope.runner.command;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.runner.bench.ServiceBench;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.run.LocalSystem;
import io.payscope.runner.run.OutFolder;
import io.payscope.runner.run.PipelineRun;
import io.payscope.runner.run.ProgressLines;
import io.payscope.runner.run.RunOptions;
import io.payscope.runner.run.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the latency of the running service. */
@Command(
        name = "service-bench",
        description = "Runs the pipeline for one bank, then measures the API: scores, validate-datasets, questions.",
        footer = {"", "Exit code: 0 all goals met without an error, 1 not."},
        mixinStandardHelpOptions = true)
final class ServiceBenchCommand implements Callable<Integer> {

    @Option(
            names = "--bank",
            defaultValue = "3",
            description = "whose data is asked for, one with labels (${DEFAULT-VALUE})")
    private int bank;

    @Option(names = "--rows", defaultValue = "20000", description = "rows of the bank (${DEFAULT-VALUE})")
    private long rows;

    @Option(names = "--out", description = "keeps the state there, so that a second measurement starts at once")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        Path root = out == null ? Files.createTempDirectory("payscope-service-bench-") : out;
        ProgressLines progress = new ProgressLines(terminal);
        try (OutFolder folder = OutFolder.take(root)) {
            boolean drop = folder.dropsStateAfterRun(out != null);
            List<ServiceBench.Row> measured;
            try (LocalSystem system = LocalSystem.start(Home.ofScript(), folder, StorePorts.ANY, 0, _ -> {})) {
                progress.say("running the pipeline: bank " + bank + ", " + rows + " rows");
                RunOptions options = new RunOptions(
                        new RunOptions.LocalSource.Simulated(),
                        rows,
                        List.of(new BankId(bank)),
                        false,
                        false,
                        false,
                        42);
                RunResult run = new PipelineRun(system).run(options);
                if (run.status() == RunStatus.FAILED) {
                    spec.commandLine().getErr().println("payscope-local: the run failed: " + run.cause());
                    return ExitCode.FAILED;
                }
                measured = new ServiceBench(system, new BankId(bank), progress::say).run();
            }
            if (drop) {
                folder.deleteState();
            }
            terminal.print(ServiceBench.table(measured));
            terminal.printf(
                    "bank %d, %d rows, %d processors, load average at the end %.1f%n",
                    bank,
                    rows,
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            measured.stream()
                    .filter(row -> row.latencies().errors() > 0)
                    .forEach(row -> terminal.println(row.name() + ": " + row.refusals()));
            terminal.flush();
            return measured.stream().allMatch(ServiceBench.Row::met) ? ExitCode.SUCCEEDED : ExitCode.FAILED;
        }
    }
}
