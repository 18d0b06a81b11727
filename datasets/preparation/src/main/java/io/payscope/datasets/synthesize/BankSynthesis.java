package io.payscope.datasets.synthesize;

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
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.output.Provenances;
import io.payscope.datasets.sample.Sampler;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Makes the synthetic bank from a model of each source. Two passes over the sources' parts: the first measures means and
 * spreads, the second fits the models and fills the guard. In memory stay, whatever the sizes of the sources, 25 MB for
 * the model of a source with its guard and samples, 16 MB for the exact matches, and 54 bytes a row asked for; while a
 * source is read, 90 bytes a party of it, at most 95 MB.
 */
public final class BankSynthesis {

    private static final int CODE_VERSION = 2;

    private final ObjectStore objects;
    private final Manifests manifests;
    private final Catalog catalog;
    private final Path folder;
    private final Clock clock;
    private final UtilityMeasure utility;

    /**
     * @param objects where the sources lie and the dataset goes
     * @param catalog what is known about the banks
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     * @param utility measures what the rows are worth for learning
     */
    public BankSynthesis(ObjectStore objects, Catalog catalog, Path folder, Clock clock, UtilityMeasure utility) {
        this.objects = objects;
        this.manifests = new Manifests(objects);
        this.catalog = catalog;
        this.folder = folder;
        this.clock = clock;
        this.utility = utility;
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
     * @throws io.payscope.core.fault.BugFault if the model cannot make a row that is no near copy of a source's
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
            List<DatasetManifest> usable = sources.stream()
                    .filter(source -> source.identity().rowsKept() > 0)
                    .toList();
            if (usable.isEmpty()) {
                throw new DataFault("expected rows to draw from, found none in all " + sources.size() + " sources");
            }
            SourceFit fit = new SourceFit(manifests, entry.syntheticSynthesis(), request.seed());
            for (DatasetManifest source : usable) {
                fit.add(source);
            }
            List<LikenessMeter> meters = fit.make(rows, entry.learning().fraud(), row, sampler::offer);
            return write(request, entry, sources, sampler.finish(), row, fit, meters);
        } catch (IOException e) {
            throw new TransientFault("bank " + entry.bank() + ": reading or writing stopped", e);
        }
    }

    private PreparedDataset write(
            SynthesizeBankRequest request,
            BankEntry entry,
            List<DatasetManifest> sources,
            Sampler.Sample sample,
            MappedRow row,
            SourceFit fit,
            List<LikenessMeter> meters)
            throws IOException {
        String datasetId = datasetId(request);
        String prefix = Keys.prepared(entry.id(), datasetId);
        long[] exact = {0};
        try (PartsWriter parts = new PartsWriter(objects, prefix, RowMaker.FEATURES, folder)) {
            sample.forEach(row, made -> {
                exact[0] += fit.isExactMatch(made) ? 1 : 0;
                parts.write(made.transaction(entry.id()), made.features);
            });
            PartsWriter.Written written = parts.finish();
            String report = report(request, datasetId, written.rows(), exact[0], fit, meters);
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
                    prefix,
                    new DatasetManifest(
                            identity,
                            Provenances.of(
                                    clock, written.bytes(), Map.of("synthetic", "true", "likenessReport", report))));
            return new PreparedDataset(entry.id(), ref, 0, written.bytes(), missing(entry, sources), report);
        }
    }

    /** Before the manifest: a dataset that exists has its report. */
    private String report(
            SynthesizeBankRequest request,
            String datasetId,
            long rows,
            long exactMatches,
            SourceFit fit,
            List<LikenessMeter> meters) {
        List<SourceLikeness> likeness =
                meters.stream().map(LikenessMeter::finish).toList();
        LikenessReport report = new LikenessReport(
                true,
                request.bankId(),
                datasetId,
                request.seed(),
                rows,
                exactMatches,
                OverallLikeness.of(likeness),
                likeness,
                utility.measure(fit.realSamples(), SourceFit.madeSamples(meters)));
        String key = Keys.likeness(request.bankId(), datasetId, "json");
        objects.put(key, JsonCodec.encode(report), "application/json");
        objects.put(
                Keys.likeness(request.bankId(), datasetId, "html"),
                new LikenessPage(report).html().getBytes(StandardCharsets.UTF_8),
                "text/html; charset=utf-8");
        return key;
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
