package io.payscope.cli;

import io.payscope.cli.aws.BucketSession;
import io.payscope.cli.aws.IngestEnd;
import io.payscope.cli.aws.Ingests;
import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Table;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.datasets.catalog.Catalog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends files to the uploads prefix of a bucket and waits until they are in the stores. */
@Command(
        name = "upload",
        description = {
            "Sends files to uploads/bank=N/ of a bucket and waits for the ingest that each of them starts.",
            "FROM is a file in the bank's raw or the canonical schema, a folder that 'prepare' wrote to, or one with"
                    + " bank-N/ folders of raw files."
        },
        footer = {
            "",
            "Examples (the first against a running 'payscope-local up', with the exports that it prints):",
            "  payscope upload --bank 3 prepared --bucket payscope-data",
            "  payscope upload --bank 1 creditcard.csv --bucket my-bucket --region eu-central-1 --timeout 3600",
            "  payscope upload --bank all prepared --bucket my-bucket --no-wait --json",
            "",
            "Exit code: 0 all files loaded (sent, with --no-wait), 1 none, 2 wrong usage or missing credentials, 3"
                    + " some."
        },
        mixinStandardHelpOptions = true)
final class UploadCommand extends Job<UploadCommand.Uploads> {

    @Parameters(paramLabel = "FROM", description = "the file or folder")
    private Path from;

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "N|all",
            converter = BankList.Reader.class,
            description = "the bank, several with commas, or all that FROM has files of")
    private BankList banks;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Bucket bucket;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "wait for the ingests (the default), or do not")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "1800",
            description = "longest wait for one file (${DEFAULT-VALUE})")
    private long timeout;

    @Option(
            names = "--state-machine",
            paramLabel = "ARN",
            description = "the ingest state machine (default: the only one with 'ingest' in its name)")
    private @Nullable String stateMachine;

    @Option(
            names = "--sfn-endpoint",
            paramLabel = "URL",
            description = "Step Functions instead of AWS's (default: AWS_ENDPOINT_URL_SFN, if set)")
    private @Nullable URI sfnEndpoint;

    /**
     * What became of the files.
     *
     * @param files those that were sent and, unless nobody waited, loaded
     * @param failed the others
     */
    record Uploads(List<UploadedFile> files, List<FailedFile> failed) {

        Uploads {
            files = List.copyOf(files);
            failed = List.copyOf(failed);
        }
    }

    /**
     * A file that was not loaded.
     *
     * @param key where it went
     * @param error why
     */
    record FailedFile(String key, String error) {}

    @Override
    Answer<Uploads> run(Terminal terminal) throws InterruptedException {
        if (timeout < 1) {
            throw wrong("--timeout " + timeout + ": expected at least 1");
        }
        List<UploadFile> files = new UploadPlan(Catalog.load(), from).files(banks);
        try (BucketSession session = bucket.session()) {
            if (!wait) {
                return each(files, terminal, file -> send(session, file, terminal));
            }
            try (Ingests ingests = Ingests.open(sfnEndpoint, bucket.region(), stateMachine)) {
                IngestWait waiting = new IngestWait(ingests, session.objects(), Duration.ofSeconds(timeout));
                // One after the other: ingests of one bank would wait for each other anyway.
                return each(files, terminal, file -> {
                    send(session, file, terminal);
                    IngestEnd end = waiting.await(file, terminal);
                    return UploadedFile.of(file.bank(), file.key(), size(file.file()), end, session.objects());
                });
            }
        }
    }

    private interface Work {
        UploadedFile on(UploadFile file) throws InterruptedException;
    }

    private Answer<Uploads> each(List<UploadFile> files, Terminal terminal, Work work) throws InterruptedException {
        List<UploadedFile> done = new ArrayList<>();
        List<FailedFile> failed = new ArrayList<>();
        for (UploadFile file : files) {
            try {
                UploadedFile uploaded = work.on(file);
                uploaded.addTo(new Table()).print(terminal);
                done.add(uploaded);
            } catch (Fault fault) {
                terminal.say("payscope: " + file.key() + ": " + fault.getMessage());
                failed.add(new FailedFile(file.key(), String.valueOf(fault.getMessage())));
            }
        }
        return Answer.of(name(), ExitStatus.of(done.size(), failed.size()), new Uploads(done, failed));
    }

    private static UploadedFile send(BucketSession session, UploadFile file, Terminal terminal) {
        long bytes = size(file.file());
        try (Progress progress = terminal.progress("sending " + file.key(), bytes, Progress.Unit.BYTES)) {
            session.send(file.key(), file.file(), progress::add);
        }
        return UploadedFile.sent(file.bank(), file.key(), bytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new TransientFault("cannot read " + file, e);
        }
    }
}
