package io.payscope.cli;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.folder.MountedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where things lie that a command reads: in a folder or in a bucket. */
final class Place {

    /** Below the folder that a local run keeps its state in, the S3 server keeps each bucket as a folder. */
    private static final Path KEPT_BUCKETS = Path.of("state", "s3", "objects");

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Where where;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "with --out: folder with bank-N/ folders of raw files, where they lie outside")
    private @Nullable Path data;

    private static final class Where {

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "folder that 'prepare' wrote to, or that 'payscope-local e2e --keep' left its state in")
        private @Nullable Path out;

        @ArgGroup(exclusive = false)
        private @Nullable Bucket bucket;
    }

    /** What is done with the store. */
    interface Use<T> {
        T with(ObjectStore objects) throws InterruptedException;
    }

    /** @return whether a folder or a bucket is named */
    boolean isNamed() {
        return where != null;
    }

    /** Not left to the parser: a command may have something to do without a place. */
    private Where where() {
        Where named = where;
        if (named == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Missing required argument: --out=DIR or --bucket=NAME");
        }
        return named;
    }

    /** Opens the store, and closes it after its use. */
    <T> T open(Use<T> use) throws InterruptedException {
        Bucket bucket = where().bucket;
        if (bucket != null) {
            return bucket.open(use);
        }
        Path root = root();
        if (root == null || !Files.isDirectory(root)) {
            throw new ConfigFault("--out " + root + ": no such folder");
        }
        ObjectStore objects = new FolderObjectStore(root);
        return use.with(data == null ? objects : new MountedFolders(objects, new DataFolders(data).mounts(), _ -> {}));
    }

    /** The folder that holds the objects, or null for a bucket. */
    @Nullable
    Path root() {
        Path out = where().out;
        return out == null ? null : keptBucket(out).orElse(out);
    }

    private static Optional<Path> keptBucket(Path out) {
        Path buckets = out.resolve(KEPT_BUCKETS);
        if (!Files.isDirectory(buckets)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(buckets)) {
            return folders.filter(Files::isDirectory).sorted().findFirst();
        } catch (IOException e) {
            throw new ConfigFault("cannot read " + buckets, e);
        }
    }
}
