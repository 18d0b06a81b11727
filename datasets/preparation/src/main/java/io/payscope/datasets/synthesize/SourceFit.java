package io.payscope.datasets.synthesize;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.datasets.catalog.SynthesisSpec;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.sample.Sampler.RowConsumer;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fits a model to each source and makes rows from all of them. Not thread-safe. */
final class SourceFit {

    private static final long DAY_MICROS = 86_400_000_000L;

    private final Manifests manifests;
    private final SynthesisSpec spec;
    private final long seed;
    private final PrivacyGuard guard = new PrivacyGuard();
    private final List<SourceModel> models = new ArrayList<>();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private final Map<BankId, CommonSample> samples = new TreeMap<>();

    SourceFit(Manifests manifests, SynthesisSpec spec, long seed) {
        this.manifests = manifests;
        this.spec = spec;
        this.seed = seed;
    }

    /** Reads a source twice and fits its model. */
    void add(DatasetManifest source) throws IOException {
        SourceProfile profile = new SourceProfile(source, seed);
        forEachRow(source, profile::add);
        SourceModel model = new SourceModel(profile, spec);
        Neighbourhood neighbourhood = new Neighbourhood(profile, spec);
        CommonSample sample = new CommonSample(profile.seed(5));
        CommonRow view = new CommonRow();
        forEachRow(source, row -> {
            profile.view(row, view);
            model.add(row, view);
            guard.add(view, neighbourhood);
            sample.add(view, profile);
        });
        model.finish();
        guard.finish(neighbourhood);
        models.add(model);
        neighbourhoods.add(neighbourhood);
        samples.put(profile.bank(), sample);
    }

    /**
     * Makes the rows.
     *
     * @return how each source's rows compare with it
     */
    List<LikenessMeter> make(long rows, @Nullable FraudPlan plan, MappedRow row, RowConsumer consumer)
            throws IOException {
        List<SourceShare> shares =
                SourceShare.of(models.stream().map(SourceModel::profile).toList(), rows, spec, plan);
        List<LikenessMeter> meters = new ArrayList<>();
        long made = 0;
        for (int i = 0; i < models.size(); i++) {
            SourceShare share = shares.get(i);
            LikenessMeter meter = new LikenessMeter(models.get(i), share, neighbourhoods.get(i));
            new RowMaker(models.get(i), share, guard, meter, spec).make(made, row, consumer);
            made += share.rows().total();
            meters.add(meter);
        }
        return meters;
    }

    /** Whether a made row equals a source's in amount, time of day and channel. */
    boolean isExactMatch(MappedRow made) {
        long second = Math.floorMod(made.micros, DAY_MICROS) / 1_000_000;
        return guard.isExact(made.unscaledAmount, second, CommonRow.CHANNELS.indexOf(made.channel.toString()));
    }

    /** Labelled rows of each source. */
    Map<BankId, CommonSample> realSamples() {
        return samples;
    }

    /** Labelled rows made for each source. */
    static Map<BankId, CommonSample> madeSamples(List<LikenessMeter> meters) {
        Map<BankId, CommonSample> made = new TreeMap<>();
        meters.forEach(meter -> made.put(meter.bank(), meter.sample()));
        return made;
    }

    private interface RowVisitor {
        void visit(CanonicalRow row) throws IOException;
    }

    private void forEachRow(DatasetManifest source, RowVisitor visitor) throws IOException {
        BankId bank = source.identity().bankId();
        for (PartRef part : source.identity().parts()) {
            try (PartReader reader = manifests.open(bank, part)) {
                Iterator<CanonicalRow> rows = reader.rows();
                while (rows.hasNext()) {
                    visitor.visit(rows.next());
                }
                if (!reader.sha256().equals(part.sha256())) {
                    throw new DataFault(
                            part.key() + ": expected sha256 " + part.sha256() + ", found " + reader.sha256());
                }
            }
        }
    }
}
