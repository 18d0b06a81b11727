package io.payscope.learning.fraud;

import io.payscope.learning.card.FeatureGain;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Curves of the test part, each at most about a hundred points.
 *
 * @param roc recall over the false positive rate
 * @param precisionRecall precision over recall
 * @param reliability share of frauds over mean probability, in ten bins of equal size
 * @param cost over the threshold, as a share of the cost without alerts
 * @param shap mean absolute contribution of each feature over some test rows, the largest first
 */
public record Curves(
        List<Point> roc,
        List<Point> precisionRecall,
        List<Point> reliability,
        List<Point> cost,
        List<FeatureGain> shap) {

    private static final int POINTS = 100;
    private static final int BINS = 10;
    private static final int EXPLAINED = 200;

    public Curves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
        reliability = List.copyOf(reliability);
        cost = List.copyOf(cost);
        shap = List.copyOf(shap);
    }

    /**
     * A point of a curve.
     *
     * @param x from 0 to 1
     * @param y from 0, mostly to 1
     */
    public record Point(double x, double y) {}

    static Curves of(
            LabelledRows rows, RowRange part, Scorer scorer, ScoredPart test, AlertCosts costs, ClassWeights weights) {
        List<Integer> order = IntStream.range(0, test.scores().length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> test.scores()[i])
                        .reversed())
                .toList();
        int frauds = rows.frauds(part.from(), part.to());
        List<Point> roc = new ArrayList<>(List.of(new Point(0, 0)));
        List<Point> precisionRecall = new ArrayList<>();
        List<Point> cost = new ArrayList<>();
        double nothing = cost(Double.POSITIVE_INFINITY, test, costs, weights);
        int found = 0;
        int lastFound = 0;
        int lastAlarms = 0;
        for (int i = 0; i < order.size(); i++) {
            double score = test.scores()[order.get(i)];
            found += test.labels()[order.get(i)] ? 1 : 0;
            boolean last = i + 1 == order.size();
            if (!last && test.scores()[order.get(i + 1)] == score) {
                continue;
            }
            int alarms = i + 1 - found;
            boolean far =
                    (found - lastFound) * POINTS >= frauds || (alarms - lastAlarms) * POINTS >= order.size() - frauds;
            if (far || last) {
                double recall = found / (double) frauds;
                roc.add(new Point(alarms / (double) (order.size() - frauds), recall));
                precisionRecall.add(new Point(recall, found / (double) (i + 1)));
                cost.add(new Point(score, nothing == 0 ? 0 : cost(score, test, costs, weights) / nothing));
                lastFound = found;
                lastAlarms = alarms;
            }
        }
        return new Curves(roc, precisionRecall, reliability(order, test), cost, shap(rows, part, scorer));
    }

    private static double cost(double threshold, ScoredPart test, AlertCosts costs, ClassWeights weights) {
        return costs.cost(
                threshold, test.scores(), test.labels(), test.amounts(), weights.fraud(), weights.legitimate());
    }

    private static List<Point> reliability(List<Integer> order, ScoredPart test) {
        List<Point> points = new ArrayList<>();
        for (int bin = BINS - 1; bin >= 0; bin--) {
            int from = (int) ((long) order.size() * bin / BINS);
            int to = (int) ((long) order.size() * (bin + 1) / BINS);
            double predicted = 0;
            double frauds = 0;
            for (int i = from; i < to; i++) {
                predicted += test.scores()[order.get(i)];
                frauds += test.labels()[order.get(i)] ? 1 : 0;
            }
            if (to > from) {
                points.add(new Point(predicted / (to - from), frauds / (to - from)));
            }
        }
        return points;
    }

    private static List<FeatureGain> shap(LabelledRows rows, RowRange part, Scorer scorer) {
        int step = Math.max(1, part.size() / EXPLAINED);
        double[] row = new double[rows.names().size()];
        double[] sums = new double[row.length];
        int explained = 0;
        for (int r = part.from(); r < part.to(); r += step) {
            rows.features().copy(r, row);
            double[] shares = scorer.contributions(row);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.abs(shares[i]);
            }
            explained++;
        }
        int count = explained;
        return IntStream.range(0, sums.length)
                .mapToObj(i -> new FeatureGain(rows.names().get(i), sums[i] / count))
                .sorted(Comparator.comparingDouble(FeatureGain::gain).reversed())
                .toList();
    }
}
