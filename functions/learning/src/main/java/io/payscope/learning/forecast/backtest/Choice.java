package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses a candidate by its errors at past origins. The median of the models is taken unless a single candidate is
 * better by more than one standard error of the difference: few origins make a lucky winner, and the median errs least
 * by chance. What is chosen never has a higher mean error than the seasonal naive forecast.
 */
public final class Choice {

    private static final Candidate STANDARD = Candidate.ENSEMBLE_MEDIAN;

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
        List<OriginRun> scaled = runs.stream().filter(run -> run.scale() > 0).toList();
        Map<Candidate, Double> means = new TreeMap<>();
        for (Candidate candidate : Candidate.values()) {
            double[] errors = errors(scaled, candidate);
            if (errors.length > 0 && errors.length == scaled.size()) {
                means.put(candidate, mean(errors));
            }
        }
        return means;
    }

    /**
     * Chooses.
     *
     * @param runs at past origins
     * @return the seasonal naive forecast where there is nothing to choose by
     */
    public static Candidate of(List<OriginRun> runs) {
        Map<Candidate, Double> means = means(runs);
        Candidate best = Candidate.SEASONAL_NAIVE;
        for (Map.Entry<Candidate, Double> entry : means.entrySet()) {
            if (entry.getValue() < means.getOrDefault(best, Double.POSITIVE_INFINITY)) {
                best = entry.getKey();
            }
        }
        Double standard = means.get(STANDARD);
        Double floor = means.get(Candidate.SEASONAL_NAIVE);
        if (standard == null || floor == null || standard > floor) {
            return best;
        }
        List<OriginRun> scaled = runs.stream().filter(run -> run.scale() > 0).toList();
        double[] lead = errors(scaled, STANDARD);
        double[] errors = errors(scaled, best);
        for (int i = 0; i < lead.length; i++) {
            lead[i] -= errors[i];
        }
        boolean clear = lead.length >= LEAST_ORIGINS && mean(lead) > standardError(lead);
        return clear ? best : STANDARD;
    }

    private static double[] errors(List<OriginRun> runs, Candidate candidate) {
        return runs.stream()
                .map(run -> run.mase(candidate))
                .filter(error -> error != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }
}
