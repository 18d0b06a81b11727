package io.payscope.runner.command;

import io.payscope.runner.host.ExternalStores;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.Stores;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.run.LocalSystem;
import io.payscope.runner.run.OutFolder;
import io.payscope.runner.run.PipelineRun;
import io.payscope.runner.run.ProgressLines;
import io.payscope.runner.run.ResultTable;
import io.payscope.runner.run.RunFiles;
import io.payscope.runner.run.RunOptions;
import io.payscope.runner.run.RunResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole pipeline once. */
@Command(
        name = "e2e",
        description = "Runs the whole pipeline once: raw files to stores, models and proven counts.",
        footer = {
            "",
            "Exit code: 0 SUCCEEDED, 3 PARTIAL, 1 FAILED, 2 wrong usage or no credentials.",
            "Leaves run.json and ml_training_summary.json in --out; with --keep also the stores' data in --out/state;",
            "with --isolated what each process took to its first answer in --out/logs/cold-starts.csv."
        },
        mixinStandardHelpOptions = true)
final class E2eCommand implements Callable<Integer> {

    @Mixin
    private RunArguments arguments;

    @Mixin
    private StoresOption stores;

    @Mixin
    private FunctionsOption functions;

    @Option(names = "--out", defaultValue = "payscope-out", description = "output folder (${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--keep", description = "keep the stores' data, so that a later run goes on from it")
    private boolean keep;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        RunOptions options = arguments.checked(spec.commandLine());
        Optional<String> refusal = new KaggleGate(System.getenv()).refusal(options);
        if (refusal.isPresent()) {
            spec.commandLine().getErr().println("payscope-local: " + refusal.get());
            return ExitCode.USAGE;
        }
        Optional<ExternalStores> external = stores.external();
        PrintWriter terminal = spec.commandLine().getOut();
        try (OutFolder folder = OutFolder.take(out)) {
            ProgressLines progress = new ProgressLines(terminal);
            progress.say(
                    external.isPresent()
                            ? "using stores that run elsewhere"
                            : folder.hasState()
                                    ? "going on from the stores in " + folder.state()
                                    : "starting the stores");
            boolean drop = folder.dropsStateAfterRun(keep);
            RunResult result;
            Home home = Home.ofScript();
            Stores backing =
                    external.isPresent() ? external.get() : StoresProcess.start(home, folder.state(), StorePorts.ANY);
            try (LocalSystem system = LocalSystem.start(home, backing, 0, progress, functions.maker(home, folder))) {
                result = new PipelineRun(system).run(options);
                new RunFiles(folder.root()).write(result);
            }
            if (drop) {
                folder.deleteState();
            }
            new ResultTable(terminal).print(result, folder.root());
            return ExitCode.of(result.status());
        }
    }
}
