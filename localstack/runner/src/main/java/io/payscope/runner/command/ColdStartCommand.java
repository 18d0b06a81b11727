package io.payscope.runner.command;

import io.payscope.core.config.Setting;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StageName;
import io.payscope.runner.isolated.ColdStart;
import io.payscope.runner.isolated.ColdStart.Mode;
import io.payscope.runner.isolated.ProcessUse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the cold starts of the functions from their zips. */
@Command(
        name = "cold-start",
        description =
                "Starts functions from their zips and prints time, processor time and memory to the first answer.",
        footer = {
            "",
            "The answer is a refusal of an empty request, so no store is asked. A row is the run with the median",
            "processor time. Native images are measured where their zips are built. What a first answer from real",
            "stores takes, payscope-local e2e --isolated leaves in logs/cold-starts.csv."
        },
        mixinStandardHelpOptions = true)
final class ColdStartCommand implements Callable<Integer> {

    @Option(names = "--functions", split = ",", description = "which, such as load-ledger (all)")
    private List<String> functions = List.of();

    @Option(names = "--runs", defaultValue = "3", description = "starts of each (${DEFAULT-VALUE})")
    private int runs;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Path zips = Home.ofScript().root().resolve("functions");
        Path folder = Files.createTempDirectory("payscope-cold-start-");
        ColdStart measurement = new ColdStart(folder, environment());
        terminal.println("| function | start | wall ms | CPU ms | RSS MB |");
        terminal.println("|---|---|---:|---:|---:|");
        for (StageName stage : StageName.values()) {
            if (functions.isEmpty() || functions.contains(stage.function())) {
                for (Mode mode : Mode.values()) {
                    Path zip = zips.resolve(stage.function())
                            .resolve("target")
                            .resolve(stage.function() + (mode == Mode.NATIVE ? "-native.zip" : ".zip"));
                    if (Files.exists(zip)) {
                        ProcessUse median = median(measurement, stage, mode, zip);
                        terminal.printf(
                                "| %s | %s | %d | %d | %d |%n",
                                stage.function(),
                                mode,
                                median.wallMillis(),
                                median.cpuMillis(),
                                median.residentMegabytes());
                        terminal.flush();
                    }
                }
            }
        }
        terminal.println("logs and unpacked zips: " + folder);
        return ExitCode.SUCCEEDED;
    }

    private ProcessUse median(ColdStart measurement, StageName stage, Mode mode, Path zip) {
        List<ProcessUse> samples = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            samples.add(measurement.measure(stage, mode, zip));
        }
        samples.sort(Comparator.comparingLong(ProcessUse::cpuMillis));
        return samples.get(samples.size() / 2);
    }

    /** Addresses that lead nowhere: nothing is asked of a store. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (Setting setting : Setting.values()) {
            environment.put(setting.variable(), setting.defaultValue().orElse("nowhere"));
        }
        environment.put(Setting.S3_ENDPOINT.variable(), "http://127.0.0.1:1");
        environment.put(Setting.S3_ACCESS_KEY.variable(), "key");
        environment.put(Setting.S3_SECRET_KEY.variable(), "secret");
        environment.put(Setting.LEDGER_URL.variable(), "jdbc:aws-wrapper:postgresql://127.0.0.1:1/none");
        environment.put(Setting.GRAPH_URI.variable(), "bolt://127.0.0.1:1");
        environment.put(Setting.VECTORS_HOST.variable(), "http://127.0.0.1:1");
        environment.put(Setting.JWKS_URL.variable(), "http://127.0.0.1:1/keys");
        return environment;
    }
}
