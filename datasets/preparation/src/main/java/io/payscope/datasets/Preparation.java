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
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.map.RowSource;
import io.payscope.datasets.map.RowSources;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.sample.Duplicates;
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
 * rows pass once; in memory stay 27 bytes a row against duplicates and 36 bytes a row of the sample.
 */
public final class Preparation {

    private final ObjectStore objects;
    private final Path folder;
    private final Clock clock;

    /**
     * @param objects where raw files are read from and datasets written to
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public Preparation(ObjectStore objects, Path folder, Clock clock) {
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
                RowSource rows = new RowSources(objects).open(task.entry(), task.files(), rejects);
                Sampler sampler = new Sampler(task.entry().targetRows(task.rowsRequested()), task.seed(), folder)) {
            return new Run(task, rejects, rows, sampler).prepare();
        } catch (IOException e) {
            throw new TransientFault("bank " + task.entry().bank() + ": reading or writing stopped", e);
        }
    }

    private final class Run {

        private final PreparationTask task;
        private final Rejects rejects;
        private final RowSource rows;
        private final Sampler sampler;
        private final Duplicates duplicates = new Duplicates();
        private long copies;

        private Run(PreparationTask task, Rejects rejects, RowSource rows, Sampler sampler) {
            this.task = task;
            this.rejects = rejects;
            this.rows = rows;
            this.sampler = sampler;
        }

        private PreparedDataset prepare() throws IOException {
            BankId bank = task.entry().id();
            String id = task.datasetId();
            MappedRow row = rows.newRow();
            while (rows.next(row)) {
                take(row);
            }
            rejects.store(objects, Keys.rejects(bank, id));
            Sampler.Sample sample = sampler.finish();
            if (sample.after().total() == 0) {
                throw new DataFault("bank " + bank + ": expected valid rows in "
                        + task.files().byName().keySet() + ", found none among " + rows.rowsRead()
                        + "; refused by rule: " + rejects.byRule());
            }
            String prefix = Keys.prepared(bank, id);
            try (PartsWriter parts = new PartsWriter(objects, prefix, rows.features(), folder)) {
                sample.forEach(row, kept -> parts.write(kept.transaction(bank), kept.features));
                PartsWriter.Written written = parts.finish();
                ManifestRef manifest = new Manifests(objects).write(prefix, manifest(sample, written));
                return new PreparedDataset(bank, manifest, rejects.count(), written.bytes(), List.of());
            }
        }

        private void take(MappedRow row) throws IOException {
            switch (duplicates.add(row)) {
                case FIRST -> sampler.offer(row);
                case COPY -> copies++;
                case CONFLICT -> rows.refuse("", CommonRule.UNIQUE_ID.id(), row.id.toString());
            }
        }

        private DatasetManifest manifest(Sampler.Sample sample, PartsWriter.Written written) {
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
            return new DatasetManifest(identity, Provenances.of(clock, written.bytes(), more));
        }
    }
}
