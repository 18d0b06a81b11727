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
import io.payscope.datasets.map.BatchSource;
import io.payscope.datasets.map.RowBatch;
import io.payscope.datasets.map.RowSources;
import io.payscope.datasets.output.LineageWriter;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
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
    private final int threads;

    /**
     * Works with as many threads as there are processors.
     *
     * @param objects where raw files are read from and datasets written to
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public Preparation(ObjectStore objects, Path folder, Clock clock) {
        this(objects, folder, clock, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param objects where raw files are read from and datasets written to
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     * @param threads that read rows
     */
    public Preparation(ObjectStore objects, Path folder, Clock clock, int threads) {
        this.threads = threads;
        this.objects = objects;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Prepares a dataset.
     *
     * @throws DataFault if a file is not what the catalog says, or no row is valid
     */
    public PreparedDataset prepare(PreparationTask task) {
        try (Rejects rejects = new Rejects(folder);
                Sampler sampler = new Sampler(task.entry().targetRows(task.rowsRequested()), task.seed(), folder);
                BatchSource rows =
                        new RowSources(objects, threads).open(task.entry(), task.files(), sampler, rejects)) {
            return new Run(task, rejects, rows, sampler).prepare();
        } catch (IOException e) {
            throw new TransientFault("bank " + task.entry().bank() + ": reading or writing stopped", e);
        }
    }

    private final class Run {

        private final PreparationTask task;
        private final Rejects rejects;
        private final BatchSource rows;
        private final Sampler sampler;
        private final Duplicates duplicates = new Duplicates();
        private long copies;

        private Run(PreparationTask task, Rejects rejects, BatchSource rows, Sampler sampler) {
            this.task = task;
            this.rejects = rejects;
            this.rows = rows;
            this.sampler = sampler;
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
            rejects.store(objects, Keys.rejects(bank, id));
            Sampler.Sample sample = sampler.finish();
            if (sample.after().total() == 0) {
                throw new DataFault("bank " + bank + ": expected valid rows in "
                        + task.files().byName().keySet() + ", found none among " + rows.rowsRead()
                        + "; refused by rule: " + rejects.byRule());
            }
            String prefix = Keys.prepared(bank, id);
            try (PartsWriter parts = new PartsWriter(objects, prefix, rows.features(), folder);
                    LineageWriter lineage = new LineageWriter(folder)) {
                new SampleWriter(bank, rows::newRow, rows.features().size(), threads).write(sample, parts, lineage);
                lineage.store(objects, Keys.lineage(bank, id));
                PartsWriter.Written written = parts.finish();
                ManifestRef manifest = new Manifests(objects).write(prefix, manifest(sample, written));
                return new PreparedDataset(bank, manifest, rejects.count(), written.bytes(), List.of());
            }
        }

        private void take(RowBatch batch, int row, Duplicates.Verdict verdict) throws IOException {
            switch (verdict) {
                case FIRST -> sampler.offer(batch, row);
                case COPY -> copies++;
                case CONFLICT -> batch.refuse(row, CommonRule.UNIQUE_ID.id(), rejects);
            }
        }

        private DatasetManifest manifest(Sampler.Sample sample, PartsWriter.Written written) {
            BankEntry entry = task.entry();
            SourceInfo source = entry.source();
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
            return new DatasetManifest(identity, Provenances.of(clock, written.bytes(), more));
        }
    }
}
