package io.payscope.cli;

import io.payscope.cli.aws.IngestEnd;
import io.payscope.cli.aws.Ingests;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectStore;
import java.time.Duration;
import java.util.Optional;

/** Waits for the ingest that an upload starts. */
final class IngestWait {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Ingests ingests;
    private final String bucket;
    private final Duration limit;

    /** @param limit longest wait for one file */
    IngestWait(Ingests ingests, ObjectStore objects, Duration limit) {
        this.ingests = ingests;
        this.bucket = objects.bucket();
        this.limit = limit;
    }

    /** @throws TransientFault if it has not ended in time */
    IngestEnd await(UploadFile file, Terminal terminal) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<String> arn = Optional.empty();
        try (Progress progress = terminal.progress("waiting for the ingest of " + file.key(), 0, Progress.Unit.NONE)) {
            while (System.nanoTime() < deadline) {
                arn = arn.isPresent() ? arn : ingests.startedFor(bucket, file.key());
                Optional<IngestEnd> end = arn.flatMap(ingests::end);
                if (end.isPresent() && end.get().isLeftToWinner()) {
                    arn = Optional.of(end.get().winner());
                } else if (end.isPresent()) {
                    return end.get();
                }
                progress.add(0);
                Thread.sleep(POLL);
            }
        }
        throw new TransientFault(
                arn.map(started -> "ingest " + started + " has not ended").orElse("no ingest has started") + " within "
                        + limit.toSeconds() + " s; it may still: 'payscope verify' tells later");
    }
}
