package io.payscope.datasets.synthesize;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.sample.Sampler;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Makes the synthetic bank: a tenth to a fifth of each source's rows is drawn, perturbed, and used as often as its
 * share of the rows asked for needs. Two passes over the sources' parts; in memory stay their profiles and 36 bytes a
 * row.
 */
public final class BankSynthesis {

    private static final int CODE_VERSION = 1;

    private final ObjectStore objects;
    private final Manifests manifests;
    private final Catalog catalog;
    private final Path folder;
    private final Clock clock;

    /**
     * @param objects where the sources lie and the dataset goes
     * @param catalog what is known about the banks
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public BankSynthesis(ObjectStore objects, Catalog catalog, Path folder, Clock clock) {
        this.objects = objects;
        this.manifests = new Manifests(objects);
        this.catalog = catalog;
        this.folder = folder;
        this.clock = clock;
    }

    /** @return the dataset's id: equal requests give equal bytes under one id */
    public String datasetId(SynthesizeBankRequest request) {
        BankEntry entry = catalog.entry(request.bankId());
        List<String> sources =
                request.sources().stream().map(ManifestRef::sha256).sorted().toList();
        return Hashes.sha256(
                "synthesize-bank",
                Integer.toString(ManifestIdentity.SCHEMA_VERSION),
                Integer.toString(CODE_VERSION),
                Integer.toString(entry.bank()),
                catalog.fingerprint(entry.id()),
                String.join(",", sources),
                String.valueOf(request.rowsPerBank()),
                Long.toString(request.seed()));
    }

    /**
     * Makes the bank.
     *
     * @throws DataFault if there is no source with rows to draw from
     */
    public PreparedDataset synthesize(SynthesizeBankRequest request) {
        BankEntry entry = catalog.entry(request.bankId());
        List<DatasetManifest> sources = request.sources().stream()
                .map(manifests::read)
                .sorted(Comparator.comparing(manifest -> manifest.identity().bankId()))
                .toList();
        if (sources.isEmpty()) {
            throw new DataFault(
                    "bank " + entry.bank() + ": expected at least one prepared bank to draw from, found none");
        }
        long rows = entry.targetRows(request.rowsPerBank());
        try (Sampler sampler = new Sampler(rows, request.seed(), folder)) {
            MappedRow row = new MappedRow(entry.currency(), RowMaker.FEATURES.size());
            draw(sources, request.seed(), rows, row, sampler);
            return write(request, entry, sources, sampler.finish(), row);
        } catch (IOException e) {
            throw new TransientFault("bank " + entry.bank() + ": reading or writing stopped", e);
        }
    }

    private void draw(List<DatasetManifest> sources, long seed, long rows, MappedRow row, Sampler sampler)
            throws IOException {
        List<SourceProfile> profiles = new ArrayList<>();
        for (DatasetManifest source : sources) {
            SourceProfile profile = new SourceProfile(source, seed);
            forEachRow(source, profile::add);
            profiles.add(profile);
        }
        List<SourceProfile> usable =
                profiles.stream().filter(profile -> profile.drawn() > 0).toList();
        if (usable.isEmpty()) {
            throw new DataFault("expected rows to draw from, found too few in all " + sources.size() + " sources");
        }
        RowMaker maker = new RowMaker(seed);
        long[] made = {0};
        for (int i = 0; i < sources.size(); i++) {
            SourceProfile profile = profiles.get(i);
            int place = usable.indexOf(profile);
            if (place >= 0) {
                long share = rows * (place + 1) / usable.size() - rows * place / usable.size();
                long[] seen = {0};
                forEachRow(sources.get(i), (index, source) -> {
                    if (profile.isDrawn(index)) {
                        long copies = profile.copies(seen[0]++, share);
                        for (long copy = 0; copy < copies; copy++) {
                            maker.make(profile, source, ++made[0], row);
                            sampler.offer(row);
                        }
                    }
                });
            }
        }
        if (made[0] != rows) {
            throw new BugFault("expected " + rows + " synthetic rows, made " + made[0]);
        }
    }

    private interface RowVisitor {
        void visit(long index, CanonicalRow row) throws IOException;
    }

    private void forEachRow(DatasetManifest source, RowVisitor visitor) throws IOException {
        BankId bank = source.identity().bankId();
        long index = 0;
        for (PartRef part : source.identity().parts()) {
            try (PartReader reader = manifests.open(bank, part)) {
                Iterator<CanonicalRow> rows = reader.rows();
                while (rows.hasNext()) {
                    visitor.visit(index++, rows.next());
                }
                if (!reader.sha256().equals(part.sha256())) {
                    throw new DataFault(
                            part.key() + ": expected sha256 " + part.sha256() + ", found " + reader.sha256());
                }
            }
        }
    }

    private PreparedDataset write(
            SynthesizeBankRequest request,
            BankEntry entry,
            List<DatasetManifest> sources,
            Sampler.Sample sample,
            MappedRow row)
            throws IOException {
        String prefix = Keys.prepared(entry.id(), datasetId(request));
        try (PartsWriter parts = new PartsWriter(objects, prefix, RowMaker.FEATURES, folder)) {
            sample.forEach(row, made -> parts.write(made.transaction(entry.id()), made.features));
            PartsWriter.Written written = parts.finish();
            ManifestIdentity identity = new ManifestIdentity(
                    ManifestIdentity.SCHEMA_VERSION,
                    entry.id(),
                    source(entry, sources),
                    request.sources().stream().map(ManifestRef::sha256).sorted().toList(),
                    written.contentSha256(),
                    written.rows(),
                    written.rows(),
                    Map.of(),
                    0,
                    sample.before(),
                    sample.after(),
                    sample.inclusionWeights(),
                    request.seed(),
                    request.rowsPerBank(),
                    RowMaker.FEATURES,
                    entry.learning(),
                    written.parts());
            ManifestRef ref = manifests.write(
                    prefix, new DatasetManifest(identity, Provenances.of(clock, written.bytes(), Map.of())));
            return new PreparedDataset(entry.id(), ref, 0, written.bytes(), missing(entry, sources));
        }
    }

    private static SourceInfo source(BankEntry entry, List<DatasetManifest> sources) {
        StringBuilder licence = new StringBuilder(entry.source().licence());
        for (DatasetManifest source : sources) {
            SourceInfo info = source.identity().source();
            licence.append("; ").append(info.name()).append(": ").append(info.licence());
        }
        return new SourceInfo(entry.source().name(), entry.source().version(), licence.toString());
    }

    private List<BankId> missing(BankEntry entry, List<DatasetManifest> sources) {
        List<BankId> present =
                sources.stream().map(source -> source.identity().bankId()).toList();
        return catalog.entries().stream()
                .map(BankEntry::id)
                .filter(bank -> !bank.equals(entry.id()) && !present.contains(bank))
                .toList();
    }
}
