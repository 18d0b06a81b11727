package io.payscope.runner.command;

import io.payscope.runner.host.ExternalStores;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.Stores;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.run.LocalSystem;
import io.payscope.runner.run.OutFolder;
import io.payscope.runner.run.ProgressLines;
import io.payscope.runner.stepfunctions.StepFunctionsServer;
import io.payscope.runner.trigger.Announced;
import io.payscope.runner.trigger.UploadTrigger;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays. */
@Command(
        name = "up",
        description = "Starts stores, state machines and API, prints how to reach them, and stays until stopped.",
        footer = {"", "Ctrl-C or 'payscope-local stop' ends it. The stores' data stays in --out/state."},
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            defaultValue = "payscope-out",
            description = "folder that keeps the data (${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--s3-port", defaultValue = "4566", description = "S3 (${DEFAULT-VALUE}); 0 for any free port")
    private int s3Port;

    @Option(names = "--sfn-port", defaultValue = "4567", description = "Step Functions (${DEFAULT-VALUE})")
    private int sfnPort;

    @Option(names = "--api-port", defaultValue = "4568", description = "API (${DEFAULT-VALUE})")
    private int apiPort;

    @Option(names = "--postgres-port", defaultValue = "5442", description = "PostgreSQL (${DEFAULT-VALUE})")
    private int postgresPort;

    @Option(names = "--bolt-port", defaultValue = "7697", description = "Neo4j (${DEFAULT-VALUE})")
    private int boltPort;

    @Option(names = "--pinecone-port", defaultValue = "5081", description = "vector index (${DEFAULT-VALUE})")
    private int pineconePort;

    @Mixin
    private StoresOption stores;

    @Mixin
    private FunctionsOption functions;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        Optional<ExternalStores> external = stores.external();
        StorePorts ports = new StorePorts(postgresPort, boltPort, s3Port, pineconePort);
        OutFolder folder = OutFolder.take(out);
        ProgressLines progress = new ProgressLines(terminal);
        folder.dropsStateAfterRun(true);
        progress.say(external.isPresent() ? "using stores that run elsewhere" : "starting the stores");
        Home home = Home.ofScript();
        Stores backing = external.isPresent() ? external.get() : StoresProcess.start(home, folder.state(), ports);
        LocalSystem system = LocalSystem.start(home, backing, apiPort, progress, functions.maker(home, folder));
        StepFunctionsServer front = StepFunctionsServer.start(sfnPort, system.stateMachines(), system.executions());
        system.announceStates(front.uri());
        UploadTrigger trigger = new UploadTrigger(
                system.objects(),
                new Announced(folder.root().resolve("announced.txt")),
                system::startIngest,
                Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            trigger.close();
            front.close();
            system.close();
            folder.close();
            stopped.countDown();
        }));
        trigger.start();
        new Endpoints(terminal).print(system, front.uri().toString());
        stopped.await();
        return ExitCode.SUCCEEDED;
    }
}
