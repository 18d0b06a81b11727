package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses a candidate by its errors at past origins. Later origins count more: the next earlier one counts nine tenths,
 * because what a series was like before a break says little. The median of the models is taken unless a single
 * candidate is better by more than two standard errors of the difference: among many candidates and few origins one is
 * always lucky, and the median errs least by chance. What is chosen never has a higher mean error over all origins than
 * the seasonal naive forecast.
 */
public final class Choice {

    private static final Candidate STANDARD = Candidate.ENSEMBLE_MEDIAN;
    private static final Candidate FLOOR = Candidate.SEASONAL_NAIVE;
    private static final double EARLIER_COUNTS = 0.9;
    private static final double STANDARD_ERRORS = 2;

    /** Origins from which a standard error says something. */
    private static final int LEAST_ORIGINS = 3;

    private Choice() {}

    /**
     * Mean error of each candidate that was fitted at every origin with a scale.
     *
     * @param runs at past origins
     * @return empty where no origin has a scale
     */
    public static Map<Candidate, Double> means(List<OriginRun> runs) {
        Map<Candidate, Double> means = new TreeMap<>();
        errors(runs).forEach((candidate, errors) -> means.put(candidate, mean(errors, 1)));
        return means;
    }

    /**
     * Chooses.
     *
     * @param runs at past origins, oldest first
     * @return the seasonal naive forecast where there is nothing to choose by
     */
    public static Candidate of(List<OriginRun> runs) {
        Map<Candidate, double[]> errors = errors(runs);
        double[] floor = errors.get(FLOOR);
        if (floor == null) {
            return FLOOR;
        }
        double most = mean(floor, 1);
        errors.values().removeIf(eligible -> mean(eligible, 1) > most);
        Candidate best = FLOOR;
        for (Map.Entry<Candidate, double[]> entry : errors.entrySet()) {
            if (mean(entry.getValue(), EARLIER_COUNTS) < mean(errors.get(best), EARLIER_COUNTS)) {
                best = entry.getKey();
            }
        }
        double[] standard = errors.get(STANDARD);
        if (standard == null || mean(standard, EARLIER_COUNTS) > mean(floor, EARLIER_COUNTS)) {
            return best;
        }
        return clearlyBetter(errors.get(best), standard) ? best : STANDARD;
    }

    private static boolean clearlyBetter(double[] best, double[] standard) {
        if (best.length < LEAST_ORIGINS) {
            return false;
        }
        double[] lead = new double[best.length];
        for (int i = 0; i < lead.length; i++) {
            lead[i] = standard[i] - best[i];
        }
        double mean = mean(lead, EARLIER_COUNTS);
        double[] squares = new double[lead.length];
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < lead.length; i++) {
            squares[i] = (lead[i] - mean) * (lead[i] - mean);
            double weight = StrictMath.pow(EARLIER_COUNTS, lead.length - 1 - i);
            sum += weight;
            sumOfSquares += weight * weight;
        }
        double effective = sum * sum / sumOfSquares;
        double variance = mean(squares, EARLIER_COUNTS) / (effective - 1);
        return mean > STANDARD_ERRORS * Math.sqrt(variance);
    }

    /** Errors by origin of each candidate that has one at every origin with a scale. */
    private static Map<Candidate, double[]> errors(List<OriginRun> runs) {
        List<OriginRun> scaled = runs.stream().filter(run -> run.scale() > 0).toList();
        Map<Candidate, double[]> all = new TreeMap<>();
        for (Candidate candidate : Candidate.values()) {
            double[] errors = scaled.stream()
                    .map(run -> run.mase(candidate))
                    .filter(error -> error != null)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (errors.length > 0 && errors.length == scaled.size()) {
                all.put(candidate, errors);
            }
        }
        return all;
    }

    /** Mean of values, oldest first, each counting so much of the next later one. */
    private static double mean(double[] values, double earlierCounts) {
        double sum = 0;
        double weights = 0;
        for (double value : values) {
            sum = sum * earlierCounts + value;
            weights = weights * earlierCounts + 1;
        }
        return sum / weights;
    }
}
