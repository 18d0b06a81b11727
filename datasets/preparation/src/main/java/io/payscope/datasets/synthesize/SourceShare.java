package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.datasets.catalog.SynthesisSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a source contributes.
 *
 * @param share of the source's rows that it is weighed with
 * @param rows to make, by label
 */
record SourceShare(double share, LabelCounts rows) {

    /**
     * Shares the rows out: each source weighs a tenth to a fifth of its rows, and labels come in its own ratio. Where
     * that gives too few frauds to train and test with, each source contributes more in the ratio of what it has, at
     * most half of its labelled rows.
     *
     * @param rows to make in all
     */
    static List<SourceShare> of(List<SourceProfile> sources, long rows, SynthesisSpec spec, @Nullable FraudPlan plan) {
        double[] shares = new double[sources.size()];
        double total = 0;
        long frauds = 0;
        for (int i = 0; i < shares.length; i++) {
            double draw = new SplittableRandom(sources.get(i).seed(0)).nextDouble();
            shares[i] = spec.smallestShare() + draw * (spec.largestShare() - spec.smallestShare());
            total += shares[i] * sources.get(i).labels().total();
            frauds += sources.get(i).labels().fraud();
        }
        long fewest = plan == null || frauds < plan.minimumPositivesBasic()
                ? 0
                : (long) Math.ceil(spec.fraudMargin() * plan.minimumPositives() / plan.trainFraction());
        List<SourceShare> found = new ArrayList<>();
        double weight = 0;
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            LabelCounts labels = sources.get(i).labels();
            weight += shares[i] * labels.total();
            long until = i == shares.length - 1 ? rows : Math.round(rows * (weight / total));
            found.add(new SourceShare(shares[i], split(until - given, labels)));
            given = until;
        }
        long made = found.stream().mapToLong(share -> share.rows.fraud()).sum();
        if (made < fewest) {
            for (int i = 0; i < shares.length; i++) {
                double part = (double) sources.get(i).labels().fraud() / frauds;
                found.set(i, found.get(i).withFrauds((long) Math.ceil(fewest * part)));
            }
        }
        return found;
    }

    private static LabelCounts split(long rows, LabelCounts labels) {
        double ratio = (double) rows / Math.max(1, labels.total());
        long unknown = labels.unknown() == labels.total() ? rows : Math.round(ratio * labels.unknown());
        long labelled = rows - unknown;
        long fraud = labels.legitimate() == 0 ? labelled : Math.min(labelled, Math.round(ratio * labels.fraud()));
        return new LabelCounts(fraud, labelled - fraud, unknown);
    }

    private SourceShare withFrauds(long wanted) {
        long labelled = rows.fraud() + rows.legitimate();
        long frauds = Math.max(rows.fraud(), Math.min(wanted, labelled / 2));
        return new SourceShare(share, new LabelCounts(frauds, labelled - frauds, rows.unknown()));
    }
}
