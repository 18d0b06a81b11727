package io.payscope.datasets;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.SourceSpec;
import io.payscope.datasets.map.BatchSource;
import io.payscope.datasets.map.RowBatch;
import io.payscope.datasets.map.RowSources;
import io.payscope.datasets.output.LineageWriter;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.DatasetProfile;
import io.payscope.datasets.quality.QualityReports;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.quality.RowFlow;
import io.payscope.datasets.quality.SamplingSummary;
import io.payscope.datasets.sample.Duplicates;
import io.payscope.datasets.sample.SampleWriter;
import io.payscope.datasets.sample.Sampler;
import io.payscope.wire.dataset.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns a bank's raw files into a prepared dataset: checked, without copies, sampled, in the order of time. The raw
 * rows pass once, read by several threads; in memory stay 13 bytes a row against duplicates, 27 where rows have ids of
 * their own, and 55 bytes a row of the sample. The parts depend on the rows and the seed alone, not on the order of the
 * rows or the number of threads; of rows that share an id but not their values, the first in the file is taken.
 */
public final class Preparation {

    private final ObjectStore objects;
    private final Path folder;
    private final Clock clock;
    private final PreparationOptions options;

    /**
     * Works in the standard way.
     *
     * @param objects where raw files are read from and datasets written to
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public Preparation(ObjectStore objects, Path folder, Clock clock) {
        this(objects, folder, clock, PreparationOptions.standard());
    }

    /**
     * @param objects where raw files are read from and datasets written to
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     * @param options how to work
     */
    public Preparation(ObjectStore objects, Path folder, Clock clock, PreparationOptions options) {
        this.objects = objects;
        this.folder = folder;
        this.clock = clock;
        this.options = options;
    }

    /**
     * Prepares a dataset.
     *
     * @throws DataFault if a file is not what the catalog says, or no row is valid
     */
    public PreparedDataset prepare(PreparationTask task) {
        DatasetProfile profile = options.withReport() ? new DatasetProfile(task.presentFiles()) : null;
        try (Rejects rejects = new Rejects(folder);
                Sampler sampler = new Sampler(task.entry().targetRows(task.rowsRequested()), task.seed(), folder);
                BatchSource rows = new RowSources(objects, options.threads())
                        .open(task.entry(), task.files(), sampler, rejects, profile)) {
            return new Run(task, rejects, rows, sampler, profile).prepare();
        } catch (IOException e) {
            throw new TransientFault("bank " + task.entry().bank() + ": reading or writing stopped", e);
        }
    }

    private final class Run {

        private final PreparationTask task;
        private final Rejects rejects;
        private final BatchSource rows;
        private final Sampler sampler;
        private final @Nullable DatasetProfile profile;
        private final Duplicates duplicates = new Duplicates();
        private long copies;

        private Run(
                PreparationTask task,
                Rejects rejects,
                BatchSource rows,
                Sampler sampler,
                @Nullable DatasetProfile profile) {
            this.task = task;
            this.rejects = rejects;
            this.rows = rows;
            this.sampler = sampler;
            this.profile = profile;
        }

        private PreparedDataset prepare() throws IOException {
            BankId bank = task.entry().id();
            String id = task.datasetId();
            for (RowBatch batch = rows.next(); batch != null; batch = rows.next()) {
                batch.forwardRefused(rejects);
                Duplicates.Verdict[] verdicts = duplicates.add(batch, rows.hasOwnIds());
                for (int row = 0; row < batch.size(); row++) {
                    take(batch, row, verdicts[row]);
                }
            }
            String rejectsSha256 = rejects.store(objects, Keys.rejects(bank, id));
            Sampler.Sample sample = sampler.finish();
            report(id, sample);
            if (sample.after().total() == 0) {
                throw new DataFault("bank " + bank + ": expected valid rows in "
                        + task.files().byName().keySet() + ", found none among " + rows.rowsRead()
                        + "; refused by rule: " + rejects.byRule());
            }
            String prefix = Keys.prepared(bank, id);
            try (PartsWriter parts = new PartsWriter(objects, prefix, rows.features(), folder);
                    LineageWriter lineage = new LineageWriter(folder)) {
                new SampleWriter(bank, rows::newRow, rows.features().size(), options.threads())
                        .write(sample, parts, lineage);
                String lineageSha256 = lineage.store(objects, Keys.lineage(bank, id));
                PartsWriter.Written written = parts.finish();
                ManifestRef manifest =
                        new Manifests(objects).write(prefix, manifest(sample, written, rejectsSha256, lineageSha256));
                String report = profile == null ? null : Keys.qualityReport(bank, id);
                return new PreparedDataset(bank, manifest, rejects.count(), written.bytes(), List.of(), report);
            }
        }

        /** Also where no row is valid, since that is when a report is wanted most. */
        private void report(String id, Sampler.Sample sample) {
            if (profile == null) {
                return;
            }
            RowFlow flow = new RowFlow(
                    rows.rowsRead(),
                    rejects.count(),
                    copies,
                    rejects.byRule().getOrDefault(CommonRule.UNIQUE_ID.id(), 0L),
                    sample.before().total(),
                    sample.after().total());
            SamplingSummary sampling = new SamplingSummary(
                    sample.before(), sample.after(), sample.inclusionWeights(), task.seed(), task.rowsRequested());
            new QualityReports(objects)
                    .store(QualityReports.of(
                            task.entry(),
                            id,
                            task.sourceVersion(),
                            task.origin(),
                            flow,
                            sampling,
                            profile,
                            rejects,
                            rows.warnings()));
        }

        private void take(RowBatch batch, int row, Duplicates.Verdict verdict) throws IOException {
            switch (verdict) {
                case FIRST -> {
                    sampler.offer(batch, row);
                    if (profile != null) {
                        batch.describe(row, profile.rows());
                    }
                }
                case COPY -> copies++;
                case CONFLICT -> batch.refuse(row, CommonRule.UNIQUE_ID.id(), rejects);
            }
        }

        private DatasetManifest manifest(
                Sampler.Sample sample, PartsWriter.Written written, String rejectsSha256, String lineageSha256) {
            BankEntry entry = task.entry();
            SourceSpec source = entry.source();
            ManifestIdentity identity = new ManifestIdentity(
                    ManifestIdentity.SCHEMA_VERSION,
                    entry.id(),
                    new SourceInfo(source.name(), task.sourceVersion(), source.licence()),
                    task.files().sha256s(),
                    written.contentSha256(),
                    rows.rowsRead(),
                    written.rows(),
                    rejects.byRule(),
                    copies,
                    sample.before(),
                    sample.after(),
                    sample.inclusionWeights(),
                    task.seed(),
                    task.rowsRequested(),
                    rows.features(),
                    entry.learning(),
                    written.parts());
            Map<String, String> more = new TreeMap<>();
            rejects.sideRows().forEach((file, count) -> more.put("refusedRows." + file, Long.toString(count)));
            more.put(Provenances.REJECTS_SHA256, rejectsSha256);
            more.put(Provenances.LINEAGE_SHA256, lineageSha256);
            return new DatasetManifest(identity, Provenances.of(clock, written.bytes(), more));
        }
    }
}
