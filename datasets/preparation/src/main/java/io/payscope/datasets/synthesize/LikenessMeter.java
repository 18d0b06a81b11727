package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the rows made for one source with its model, as they are made. Memory: three portraits. Not thread-safe. */
final class LikenessMeter {

    private static final int PROBES = 1_000;

    private final SourceModel model;
    private final SourceShare share;
    private final Neighbourhood neighbourhood;
    private final Map<Label, Portrait> portraits = new EnumMap<>(Label.class);
    private final CommonSample sample;
    private final double[] distances = new double[PROBES];
    private int probes;
    private long rows;
    private long exact;
    private long near;

    LikenessMeter(SourceModel model, SourceShare share, Neighbourhood neighbourhood) {
        this.model = model;
        this.share = share;
        this.neighbourhood = neighbourhood;
        this.sample = new CommonSample(model.profile().seed(4));
    }

    /** Counts a draw that was refused. */
    void refused(PrivacyGuard.Verdict verdict) {
        exact += verdict == PrivacyGuard.Verdict.EXACT ? 1 : 0;
        near += verdict == PrivacyGuard.Verdict.NEAR ? 1 : 0;
    }

    /** Takes a row that was let through into account. */
    void add(CommonRow row) {
        portraits
                .computeIfAbsent(
                        row.label, label -> new Portrait(model.profile().seed(40 + label.ordinal())))
                .add(row);
        sample.add(row, model.profile());
        long every = Math.max(1, share.rows().total() / PROBES);
        if (rows++ % every == 0 && probes < PROBES) {
            distances[probes++] = neighbourhood.distance(row, Double.POSITIVE_INFINITY);
        }
    }

    /** The source. */
    BankId bank() {
        return model.profile().bank();
    }

    /** Labelled rows that were made. */
    CommonSample sample() {
        return sample;
    }

    /** The comparison. */
    SourceLikeness finish() {
        List<StratumLikeness> strata = new ArrayList<>();
        for (Label label : Label.values()) {
            Portrait source = model.portrait(label);
            Portrait made = portraits.get(label);
            if (source != null && made != null) {
                strata.add(compare(label, source, made));
            }
        }
        SourceProfile profile = model.profile();
        SourceInfo info = profile.source();
        return new SourceLikeness(
                profile.bank(),
                info.name(),
                info.licence(),
                round(share.share()),
                profile.labels(),
                share.rows(),
                round(Shares.variation(counts(profile.labels()), counts(share.rows()))),
                strata,
                nearest());
    }

    private static double[] counts(LabelCounts labels) {
        return new double[] {labels.fraud(), labels.legitimate(), labels.unknown()};
    }

    private static StratumLikeness compare(Label label, Portrait source, Portrait made) {
        Map<String, Double> distances = new TreeMap<>();
        for (int i = 0; i < CommonRow.WIDTH; i++) {
            double distance = i == CommonRow.SECOND
                    ? source.rhythm().hoursDistance(made.rhythm())
                    : source.marginal(i).kolmogorovSmirnov(made.marginal(i));
            distances.put(CommonRow.NAMES.get(i), round(distance));
        }
        double[] correlation = source.dependence().distance(made.dependence());
        return new StratumLikeness(
                label,
                source.rows(),
                made.rows(),
                distances,
                round(Shares.variation(source.channels(), made.channels())),
                round(source.rhythm().weekdaysDistance(made.rhythm())),
                round(correlation[0]),
                round(correlation[1]));
    }

    private NearestLikeness nearest() {
        double[] sorted = Arrays.copyOf(distances, probes);
        Arrays.sort(sorted);
        double median = probes == 0 ? 0 : sorted[probes / 2];
        double usual = finite(neighbourhood.usual());
        return new NearestLikeness(
                neighbourhood.size(),
                round(neighbourhood.closest()),
                round(usual),
                round(median),
                round(probes == 0 ? 0 : sorted[0]),
                round(usual == 0 ? 0 : median / usual),
                probes,
                exact,
                near);
    }

    /** A source of one row has no neighbours. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
