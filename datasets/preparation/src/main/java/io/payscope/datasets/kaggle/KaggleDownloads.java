package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.datasets.archive.ArchiveFormat;
import io.payscope.datasets.archive.ArchiveLimits;
import io.payscope.datasets.archive.SafeArchive;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.KaggleSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a bank's files from Kaggle into a folder. A dataset comes as one archive, of which the catalog's files are
 * unpacked; a competition's files come one by one, because its archive is twice as large and has a limit of its own.
 * Faults are those of {@link KaggleClient}, and {@link DataFault} for an archive that breaks a rule or lacks a file.
 */
public final class KaggleDownloads {

    private static final Logger LOG = LoggerFactory.getLogger(KaggleDownloads.class);
    private static final String UNDATED = "undated";

    /** What the names of files begin with that are parts of a download. */
    static final String PART_PREFIX = ".";

    private final KaggleClient client;
    private final ArchiveLimits limits;

    /**
     * @param client asks Kaggle
     * @param limits how large an archive may become
     */
    public KaggleDownloads(KaggleClient client, ArchiveLimits limits) {
        this.client = client;
        this.limits = limits;
    }

    /**
     * Downloads with the credentials of this user.
     *
     * @param environment variables by name, where credentials are looked for first
     * @param endpoint URL of another API than the real one, or nothing
     * @throws ConfigFault if what is found is no credentials
     */
    public static KaggleDownloads of(Map<String, String> environment, String endpoint) {
        return of(environment, endpoint, LOG::warn);
    }

    /**
     * Downloads with the credentials of this user.
     *
     * @param environment variables by name, where credentials are looked for first
     * @param endpoint URL of another API than the real one, or nothing
     * @param warnings told of a file of credentials that others may read
     * @throws ConfigFault if what is found is no credentials
     */
    public static KaggleDownloads of(Map<String, String> environment, String endpoint, Consumer<String> warnings) {
        KaggleCredentials credentials = new CredentialSearch(environment, warnings).find();
        KaggleClient client = new KaggleClient(KaggleEndpoint.of(endpoint), credentials, KaggleTimes.STANDARD);
        return new KaggleDownloads(client, ArchiveLimits.DEFAULT);
    }

    /**
     * Fails early where a download would fail late.
     *
     * @throws ConfigFault if one of the banks needs credentials and there are none
     */
    public void requireCredentials(Collection<BankEntry> entries) {
        Optional<BankEntry> competition = entries.stream()
                .filter(entry -> entry.isRaw() && entry.rawKaggle().competition() != null)
                .findFirst();
        if (competition.isPresent() && client.isAnonymous()) {
            throw new ConfigFault("Kaggle credentials are missing: bank "
                    + competition.get().bank() + " is competition "
                    + competition.get().rawKaggle().competition() + ", which is not for anonymous users. "
                    + KaggleAdvice.THREE_WAYS);
        }
    }

    /** @return {@code owner/slug} of the bank's dataset, or its competition's name */
    public static String source(BankEntry entry) {
        KaggleSpec spec = entry.rawKaggle();
        return spec.competition() == null ? String.valueOf(spec.dataset()) : spec.competition();
    }

    /** @return the version that {@link #fetch} would bring now */
    public String version(BankEntry entry) {
        String competition = entry.rawKaggle().competition();
        if (competition == null) {
            return Integer.toString(datasetVersion(entry.rawKaggle()));
        }
        return latest(names(entry).stream()
                .map(file -> client.describe(KaggleRequest.competitionFile(competition, file)))
                .toList());
    }

    private int datasetVersion(KaggleSpec spec) {
        String[] name = String.valueOf(spec.dataset()).split("/", -1);
        return spec.version() == null ? client.currentVersion(name[0], name[1]) : spec.version();
    }

    private static Set<String> names(BankEntry entry) {
        return entry.files().stream().map(RawFileSpec::name).collect(Collectors.toSet());
    }

    private static String latest(Collection<Validator> files) {
        return files.stream()
                .flatMap(file -> file.modified().stream())
                .max(Instant::compareTo)
                .map(Instant::toString)
                .orElse(UNDATED);
    }

    /**
     * Downloads a bank's files. A download that broke off leaves a hidden file in the folder, from which the next goes
     * on; nothing else is left there but the files.
     *
     * @param folder an existing folder; files of the catalog's names are replaced
     * @param progress told of every piece
     */
    public FetchedFiles fetch(BankEntry entry, Path folder, DownloadProgress progress) {
        String competition = entry.rawKaggle().competition();
        Map<String, Path> files = new TreeMap<>();
        String version;
        if (competition == null) {
            version = fetchDataset(entry, folder, progress, files);
        } else {
            List<Validator> validators = names(entry).stream()
                    .sorted()
                    .map(file -> take(
                            KaggleRequest.competitionFile(competition, file),
                            folder.resolve(PART_PREFIX + competition + "-" + file + ".download"),
                            Set.of(file),
                            progress,
                            files))
                    .toList();
            version = latest(validators);
        }
        requireAll(entry, files.keySet());
        return new FetchedFiles(source(entry), version, files);
    }

    private String fetchDataset(BankEntry entry, Path folder, DownloadProgress progress, Map<String, Path> files) {
        int version = datasetVersion(entry.rawKaggle());
        String[] name = source(entry).split("/", -1);
        take(
                KaggleRequest.datasetFiles(name[0], name[1], version),
                folder.resolve(PART_PREFIX + name[1] + ".download"),
                names(entry),
                progress,
                files);
        return Integer.toString(version);
    }

    private Validator take(
            KaggleRequest request,
            Path target,
            Set<String> wanted,
            DownloadProgress progress,
            Map<String, Path> files) {
        try (PartialFile partial = PartialFile.open(target)) {
            Validator validator = client.download(request, partial, progress);
            try {
                files.putAll(unpack(request.what(), target, wanted));
            } finally {
                partial.delete();
            }
            return validator;
        }
    }

    /** A single file comes as it is or zipped, as the storage likes, whatever its name says. */
    private Map<String, Path> unpack(String what, Path file, Set<String> wanted) {
        try {
            if (ArchiveFormat.of(file).isPresent()) {
                return new SafeArchive(file, what, limits)
                        .unpack(wanted, file.toAbsolutePath().getParent());
            }
            byte[] first;
            try (InputStream in = Files.newInputStream(file)) {
                first = in.readNBytes(1 << 12);
            }
            boolean page = first.length == 0 || first[0] == '<' || first[0] == '{';
            if (page || wanted.size() > 1) {
                throw new TransientFault(what + ": expected a zip or tar.gz, found "
                        + (page ? KaggleError.of(first).message() : "something else"));
            }
            Path target = file.resolveSibling(wanted.iterator().next());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            return Map.of(target.getFileName().toString(), target);
        } catch (IOException e) {
            throw new TransientFault(file + ": cannot be read", e);
        }
    }

    private static void requireAll(BankEntry entry, Set<String> found) {
        for (RawFileSpec file : entry.files()) {
            if (!file.optional() && !found.contains(file.name())) {
                throw new DataFault(source(entry) + ": expected the file " + file.name() + ", found " + found);
            }
        }
    }
}
