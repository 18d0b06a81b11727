package io.payscope.learning.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Metrics of a test part with bootstrap intervals (Efron 1979, percentiles). Rows are drawn in clusters, such as all
 * rows of a card, because rows of one card are alike; the scores are sorted once and each resample is one pass.
 */
public final class Evaluation {

    /** Resamples; the percentiles 2.5 and 97.5 of their metrics are the interval. */
    public static final int RESAMPLES = 200;

    /** False positive rate at which recall is measured. */
    private static final double FALSE_POSITIVE_RATE = 0.01;

    private static final int BINS = 10;

    private final double[] scores;
    private final boolean[] labels;
    private final int[] clusters;
    private final int clusterCount;
    private final double threshold;
    private final double fraudWeight;
    private final double legitimateWeight;

    /**
     * @param scores probabilities of fraud
     * @param labels true for fraud, one a score
     * @param clusters number of each row's cluster, from 0; -1 for a row that is one of its own
     * @param threshold a row is flagged if its score is at least this
     * @param fraudWeight rows of the source that a fraud stands for
     * @param legitimateWeight rows of the source that a legitimate row stands for
     */
    public Evaluation(
            double[] scores,
            boolean[] labels,
            int[] clusters,
            double threshold,
            double fraudWeight,
            double legitimateWeight) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.scores = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        this.labels = new boolean[order.length];
        this.clusters = new int[order.length];
        int next = Arrays.stream(clusters).max().orElse(-1) + 1;
        for (int i = 0; i < order.length; i++) {
            this.labels[i] = labels[order[i]];
            this.clusters[i] = clusters[order[i]] >= 0 ? clusters[order[i]] : next++;
        }
        this.clusterCount = next;
        this.threshold = threshold;
        this.fraudWeight = fraudWeight;
        this.legitimateWeight = legitimateWeight;
    }

    /** @return the metrics of the rows as they are, by name */
    public Map<String, Double> metrics() {
        int[] once = new int[clusterCount];
        Arrays.fill(once, 1);
        return measure(once);
    }

    /**
     * Bootstraps.
     *
     * @param seed of the resampling
     * @return for each metric its bounds under its name with {@code Low} and {@code High}; resamples of one class are
     *     left out
     */
    public Map<String, Double> intervals(long seed) {
        Map<String, double[]> values = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        int kept = 0;
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] times = new int[clusterCount];
            for (int i = 0; i < clusterCount; i++) {
                times[random.nextInt(clusterCount)]++;
            }
            if (!hasBothClasses(times)) {
                continue;
            }
            int at = kept++;
            measure(times)
                    .forEach((name, value) -> values.computeIfAbsent(name, _ -> new double[RESAMPLES])[at] = value);
        }
        Map<String, Double> bounds = new TreeMap<>();
        for (Map.Entry<String, double[]> metric : values.entrySet()) {
            double[] sorted = Arrays.copyOf(metric.getValue(), kept);
            Arrays.sort(sorted);
            bounds.put(metric.getKey() + "Low", sorted[(int) (0.025 * (kept - 1))]);
            bounds.put(metric.getKey() + "High", sorted[(int) Math.ceil(0.975 * (kept - 1))]);
        }
        return bounds;
    }

    private boolean hasBothClasses(int[] times) {
        boolean fraud = false;
        boolean legitimate = false;
        for (int i = 0; i < scores.length; i++) {
            boolean drawn = times[clusters[i]] > 0;
            fraud |= drawn && labels[i];
            legitimate |= drawn && !labels[i];
        }
        return fraud && legitimate;
    }

    private Map<String, Double> measure(int[] times) {
        double frauds = 0;
        double legitimates = 0;
        for (int i = 0; i < scores.length; i++) {
            frauds += labels[i] ? fraudWeight * times[clusters[i]] : 0;
            legitimates += labels[i] ? 0 : legitimateWeight * times[clusters[i]];
        }
        double precisionSum = 0;
        double wins = 0;
        double truePositives = 0;
        double falsePositives = 0;
        double recallAtRate = 0;
        double flaggedFrauds = 0;
        double flagged = 0;
        double misses = 0;
        for (int from = 0; from < scores.length; ) {
            double blockFrauds = 0;
            double blockLegitimates = 0;
            int i = from;
            for (; i < scores.length && scores[i] == scores[from]; i++) {
                double weight = times[clusters[i]] * (labels[i] ? fraudWeight : legitimateWeight);
                blockFrauds += labels[i] ? weight : 0;
                blockLegitimates += labels[i] ? 0 : weight;
                double miss = scores[i] - (labels[i] ? 1 : 0);
                misses += weight * miss * miss;
            }
            truePositives += blockFrauds;
            falsePositives += blockLegitimates;
            wins += blockFrauds * (legitimates - falsePositives + blockLegitimates / 2);
            precisionSum += blockFrauds == 0 ? 0 : blockFrauds * truePositives / (truePositives + falsePositives);
            if (falsePositives <= FALSE_POSITIVE_RATE * legitimates) {
                recallAtRate = truePositives / frauds;
            }
            if (scores[from] >= threshold) {
                flaggedFrauds = truePositives;
                flagged = truePositives + falsePositives;
            }
            from = i;
        }
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("averagePrecision", precisionSum / frauds);
        metrics.put("rocAuc", wins / (frauds * legitimates));
        metrics.put("precision", flagged == 0 ? 0 : flaggedFrauds / flagged);
        metrics.put("recall", flaggedFrauds / frauds);
        metrics.put("f1", 2 * flaggedFrauds / (flagged + frauds));
        metrics.put("recallAt1PercentFpr", recallAtRate);
        metrics.put("brier", misses / (frauds + legitimates));
        metrics.put("calibrationError", calibrationError(times, frauds + legitimates));
        return metrics;
    }

    /** Expected calibration error over ten bins of equal weight (Naeini, Cooper, Hauskrecht 2015). */
    private double calibrationError(int[] times, double total) {
        double error = 0;
        double predicted = 0;
        double frauds = 0;
        double seen = 0;
        int bin = 1;
        for (int i = 0; i < scores.length; i++) {
            double w = times[clusters[i]] * (labels[i] ? fraudWeight : legitimateWeight);
            predicted += w * scores[i];
            frauds += labels[i] ? w : 0;
            seen += w;
            if (seen >= total * bin / BINS || i == scores.length - 1) {
                error += Math.abs(predicted - frauds) / total;
                predicted = 0;
                frauds = 0;
                bin = (int) (seen * BINS / total) + 1;
            }
        }
        return error;
    }
}
