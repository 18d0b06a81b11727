package io.payscope.learning.fraud;

import io.payscope.core.fault.DataFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Isotonic regression by pool adjacent violators (Ayer and others 1955; Zadrozny and Elkan 2002), linear between the
 * centres of its blocks and rising a little outside of them, so that no two scores become one and the ranking stays.
 *
 * @param scores centres of the blocks as the model gives them, ascending
 * @param probabilities of the blocks, ascending, above 0 and below 1
 * @param logOdds added to the result
 */
public record Isotonic(List<Double> scores, List<Double> probabilities, double logOdds) implements Calibrator {

    static final String SCORES = "calibration_isotonic_scores";
    private static final String PROBABILITIES = "calibration_isotonic_probabilities";
    private static final String LOG_ODDS = "calibration_isotonic_log_odds";

    /** From the outermost centres on, this share of what is left up to 1, or down to 0, is used. */
    private static final double OUTSIDE = 0.01;

    public Isotonic {
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        if (scores.isEmpty() || scores.size() != probabilities.size()) {
            throw new DataFault(
                    "isotonic calibration: expected as many scores as probabilities and at least one, found "
                            + scores.size() + " and " + probabilities.size());
        }
    }

    /**
     * Fits.
     *
     * @param probabilities as the model gives them, at least one
     * @param labels true for fraud
     */
    public static Isotonic fit(double[] probabilities, boolean[] labels) {
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] rows = new double[order.length];
        double[] frauds = new double[order.length];
        double[] scores = new double[order.length];
        int blocks = 0;
        for (int from = 0; from < order.length; blocks++) {
            int to = from;
            for (; to < order.length && probabilities[order[to]] == probabilities[order[from]]; to++) {
                frauds[blocks] += labels[order[to]] ? 1 : 0;
                scores[blocks] += probabilities[order[to]];
            }
            rows[blocks] = to - from;
            from = to;
            while (blocks > 0 && frauds[blocks - 1] * rows[blocks] >= frauds[blocks] * rows[blocks - 1]) {
                blocks--;
                rows[blocks] += rows[blocks + 1];
                frauds[blocks] += frauds[blocks + 1];
                scores[blocks] += scores[blocks + 1];
                rows[blocks + 1] = 0;
                frauds[blocks + 1] = 0;
                scores[blocks + 1] = 0;
            }
        }
        List<Double> centres = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            double below = i == 0 ? 0 : frauds[i - 1] / rows[i - 1];
            double above = i == blocks - 1 ? 1 : frauds[i + 1] / rows[i + 1];
            centres.add(scores[i] / rows[i]);
            levels.add(level(frauds[i], rows[i], below, above));
        }
        return new Isotonic(centres, levels, 0);
    }

    /**
     * The share of frauds of a block. One without frauds, or of frauds alone, says neither never nor always: its share
     * is moved by half a row, and at most half the way to its neighbour's, for a few rows must not lift the many above.
     */
    private static double level(double frauds, double rows, double below, double above) {
        double halfARow = 0.5 / (rows + 1);
        if (frauds == 0) {
            return Math.min(halfARow, above / 2);
        }
        return frauds == rows ? Math.max(1 - halfARow, (1 + below) / 2) : frauds / rows;
    }

    static Isotonic from(Map<String, String> parameters) {
        return new Isotonic(
                numbers(parameters.getOrDefault(SCORES, "")),
                numbers(parameters.getOrDefault(PROBABILITIES, "")),
                Double.parseDouble(parameters.getOrDefault(LOG_ODDS, "0")));
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }

    @Override
    public Map<String, String> asMap() {
        return Map.of(SCORES, text(scores), PROBABILITIES, text(probabilities), LOG_ODDS, Double.toString(logOdds));
    }

    private static String text(List<Double> numbers) {
        return numbers.stream().map(number -> Double.toString(number)).collect(Collectors.joining(" "));
    }

    @Override
    public Isotonic shifted(double more) {
        return new Isotonic(scores, probabilities, logOdds + more);
    }

    @Override
    public double apply(double probability) {
        double level = level(probability);
        return logOdds == 0 ? level : 1 / (1 + Math.exp(-Platt.logit(level) - logOdds));
    }

    private double level(double score) {
        int last = scores.size() - 1;
        if (score <= scores.getFirst()) {
            double first = probabilities.getFirst();
            return between(score, 0, first * (1 - OUTSIDE), scores.getFirst(), first);
        }
        if (score >= scores.get(last)) {
            double top = probabilities.get(last);
            return between(score, scores.get(last), top, 1, top + (1 - top) * OUTSIDE);
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (scores.get(middle) <= score) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return between(score, scores.get(low), probabilities.get(low), scores.get(high), probabilities.get(high));
    }

    private static double between(double x, double x0, double y0, double x1, double y1) {
        return x1 > x0 ? Math.clamp(y0 + (y1 - y0) * (x - x0) / (x1 - x0), y0, y1) : y1;
    }
}
