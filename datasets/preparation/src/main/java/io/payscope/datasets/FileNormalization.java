package io.payscope.datasets;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.map.OutsideFile;
import io.payscope.datasets.map.RowSource;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Origin;
import io.payscope.datasets.quality.QualityReports;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.quality.RowFlow;
import io.payscope.datasets.quality.RowProfile;
import io.payscope.datasets.quality.SamplingSummary;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.sample.Duplicates;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.UploadId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns one outside file into canonical parts: every valid row in the order of the file, copies left out; a quality
 * report says what became of the others. In memory stay 27 bytes a row against duplicates.
 */
public final class FileNormalization {

    private static final String UPLOAD = "upload";

    private final ObjectStore objects;
    private final Catalog catalog;
    private final Path folder;
    private final Clock clock;

    /**
     * @param objects where the file lies and the parts go
     * @param catalog what is known about the banks
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public FileNormalization(ObjectStore objects, Catalog catalog, Path folder, Clock clock) {
        this.objects = objects;
        this.catalog = catalog;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Normalises a file.
     *
     * @param bank the bank
     * @param uploadId names the parts; the one that {@link UploadId} gives the content
     * @param key where the file lies
     * @return reference of the manifest
     * @throws DataFault if the file is not the content that the upload was claimed for, its header is neither the bank's
     *     raw schema nor the canonical one, or no row is valid
     */
    public ManifestRef normalize(BankId bank, String uploadId, String key) {
        return normalize(bank, uploadId, key, RowWatch.NONE);
    }

    /**
     * Normalises a file while somebody looks on.
     *
     * @param bank the bank
     * @param uploadId as for {@link #normalize(BankId, String, String)}
     * @param key where the file lies
     * @param watch sees every row that is kept
     * @return reference of the manifest
     * @throws DataFault as for {@link #normalize(BankId, String, String)}
     */
    public ManifestRef normalize(BankId bank, String uploadId, String key, RowWatch watch) {
        BankEntry entry = catalog.entry(bank);
        String prefix = Keys.parts(bank, uploadId);
        RawObject file = RawObject.of(objects, key, key);
        String found = UploadId.of(bank, file.sha256());
        if (!found.equals(uploadId)) {
            throw new DataFault(key + ": changed since it was registered; its newer version is an upload of its own:"
                    + " expected " + uploadId + ", found " + found);
        }
        try (Rejects rejects = new Rejects(folder);
                OutsideFile opened = OutsideFile.open(objects, entry, file, rejects);
                PartsWriter parts =
                        new PartsWriter(objects, prefix, opened.rows().features(), folder)) {
            RowSource rows = opened.rows();
            Counts counts = copy(bank, opened, parts, watch);
            String rejectsSha256 = rejects.store(objects, Keys.rejects(bank, uploadId));
            report(entry, uploadId, opened, counts, rejects);
            PartsWriter.Written written = parts.finish();
            if (written.rows() == 0) {
                throw new DataFault(key + ": expected valid rows, found none among " + rows.rowsRead()
                        + "; refused by rule: " + rejects.byRule());
            }
            ManifestIdentity identity = new ManifestIdentity(
                    ManifestIdentity.SCHEMA_VERSION,
                    bank,
                    new SourceInfo(entry.source().name(), UPLOAD, entry.source().licence()),
                    List.of(file.sha256()),
                    written.contentSha256(),
                    rows.rowsRead(),
                    written.rows(),
                    rejects.byRule(),
                    counts.copies,
                    counts.labels(),
                    counts.labels(),
                    Map.of(),
                    0,
                    null,
                    rows.features(),
                    entry.learning(),
                    written.parts());
            return new Manifests(objects)
                    .write(
                            prefix,
                            new DatasetManifest(
                                    identity,
                                    Provenances.of(clock, written.bytes(), links(bank, uploadId, key, rejectsSha256))));
        } catch (IOException e) {
            throw new TransientFault(key + ": reading or writing stopped", e);
        }
    }

    /** What a manifest names that is no part of what the dataset is: equal files have equal identities at any time. */
    private Map<String, String> links(BankId bank, String uploadId, String key, String rejectsSha256) {
        Map<String, String> links = new TreeMap<>();
        links.put(Provenances.REJECTS_SHA256, rejectsSha256);
        new Arrivals(objects)
                .before(bank, key, uploadId)
                .ifPresent(earlier -> links.put(Provenances.SUPERSEDES, earlier.uploadId()));
        return links;
    }

    /** Also where no row is valid, since that is when a report is wanted most. */
    private void report(BankEntry entry, String uploadId, OutsideFile file, Counts counts, Rejects rejects) {
        LabelCounts labels = counts.labels();
        RowFlow flow = new RowFlow(
                file.rows().rowsRead(),
                rejects.count(),
                counts.copies,
                rejects.byRule().getOrDefault(CommonRule.UNIQUE_ID.id(), 0L),
                labels.total(),
                labels.total());
        new QualityReports(objects)
                .store(QualityReports.of(
                        entry,
                        uploadId,
                        UPLOAD,
                        Origin.ORIGINAL,
                        flow,
                        new SamplingSummary(labels, labels, Map.of(), 0, null),
                        file.profile(),
                        rejects,
                        file.warnings()));
    }

    private static Counts copy(BankId bank, OutsideFile file, PartsWriter parts, RowWatch watch) throws IOException {
        RowSource rows = file.rows();
        RowProfile profile = file.profile().rows();
        Counts counts = new Counts();
        Duplicates duplicates = new Duplicates();
        MappedRow row = rows.newRow();
        watch.begin(rows.features());
        while (rows.next(row)) {
            switch (duplicates.add(row.id.hash(), row.hashHigh)) {
                case FIRST -> {
                    counts.byLabel[row.label.ordinal()]++;
                    profile.add(row.micros, row.unscaledAmount, row.amountScale, row.label);
                    CanonicalTransaction transaction = row.transaction(bank);
                    parts.write(transaction, row.features);
                    watch.row(transaction, row.features);
                }
                case COPY -> counts.copies++;
                case CONFLICT -> rows.refuse("", CommonRule.UNIQUE_ID.id(), row.id.toString());
            }
        }
        return counts;
    }

    private static final class Counts {

        private final long[] byLabel = new long[Label.values().length];
        private long copies;

        private LabelCounts labels() {
            return new LabelCounts(
                    byLabel[Label.FRAUD.ordinal()],
                    byLabel[Label.LEGITIMATE.ordinal()],
                    byLabel[Label.UNKNOWN.ordinal()]);
        }
    }
}
