package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conformal intervals: half their width is what the errors at past origins did not exceed in 80 and 95 of 100 cases.
 * Errors are put on one footing first, by the scale of the series before the origin and by how large errors usually
 * are that many steps ahead; so a few origins speak for every step of the horizon.
 *
 * @param half80 half the width of the 80 % interval, one a step ahead, in units of the series
 * @param half95 the same for 95 %
 */
public record Intervals(List<Double> half80, List<Double> half95) {

    /** Steps ahead on either side that the usual size of an error is taken over. */
    private static final int NEIGHBOURS = 3;

    public Intervals {
        half80 = List.copyOf(half80);
        half95 = List.copyOf(half95);
    }

    /**
     * Calibrates on past origins.
     *
     * @param runs at past origins, at least one
     * @param candidate whose errors count; where it was not fitted, those of the seasonal naive forecast
     * @param recentScale of the series before the forecast, see {@link OriginRun#recentScale}
     */
    public static Intervals of(List<OriginRun> runs, Candidate candidate, double recentScale) {
        int horizon = runs.getFirst().actual().length;
        double[][] errors = new double[runs.size()][horizon];
        for (int r = 0; r < errors.length; r++) {
            OriginRun run = runs.get(r);
            double[] forecast = run.forecasts().get(candidate);
            double[] used = forecast == null ? run.forecasts().get(Candidate.SEASONAL_NAIVE) : forecast;
            double unit = run.recentScale() > 0 && recentScale > 0 ? recentScale / run.recentScale() : 1;
            for (int h = 0; h < horizon; h++) {
                errors[r][h] = Math.abs(run.actual()[h] - used[h]) * unit;
            }
        }
        double[] usual = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int from = Math.max(0, h - NEIGHBOURS);
            int to = Math.min(horizon, h + NEIGHBOURS + 1);
            usual[h] = Arrays.stream(errors)
                    .flatMapToDouble(row -> Arrays.stream(row, from, to))
                    .average()
                    .orElse(0);
        }
        double[] scores = Arrays.stream(errors)
                .flatMapToDouble(
                        row -> IntStream.range(0, horizon).mapToDouble(h -> usual[h] == 0 ? 0 : row[h] / usual[h]))
                .sorted()
                .toArray();
        return new Intervals(widths(usual, quantile(scores, 0.8)), widths(usual, quantile(scores, 0.95)));
    }

    /**
     * Intervals without a backtest: differences of values one season apart, growing with the square root of the
     * seasons ahead as those of a random walk do.
     *
     * @param values history without gaps
     * @param seasonLength steps of a season; 1 where the history is shorter
     * @param horizon steps
     */
    public static Intervals ofDifferences(double[] values, int seasonLength, int horizon) {
        int lag = values.length > seasonLength ? seasonLength : 1;
        double[] scores = IntStream.range(lag, Math.max(lag, values.length))
                .mapToDouble(i -> Math.abs(values[i] - values[i - lag]))
                .sorted()
                .toArray();
        double[] growth = IntStream.range(0, horizon)
                .mapToDouble(h -> Math.sqrt(1 + h / lag))
                .toArray();
        return new Intervals(widths(growth, quantile(scores, 0.8)), widths(growth, quantile(scores, 0.95)));
    }

    /** The conformal quantile: with n scores the one of rank (n + 1) x level, or the largest. */
    private static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil((sorted.length + 1) * level);
        return sorted[Math.min(rank, sorted.length) - 1];
    }

    private static List<Double> widths(double[] usual, double quantile) {
        return Arrays.stream(usual).map(width -> width * quantile).boxed().toList();
    }

    /**
     * Half the width of an interval.
     *
     * @param level 80 or 95
     * @param step ahead from 0; beyond the calibrated horizon the last width grows with the square root of the steps
     */
    public double half(int level, int step) {
        List<Double> widths =
                switch (level) {
                    case 80 -> half80;
                    case 95 -> half95;
                    default -> throw new IllegalArgumentException("intervals of 80 and 95 %, not of " + level);
                };
        if (widths.isEmpty()) {
            return 0;
        }
        int last = widths.size() - 1;
        return step <= last ? widths.get(step) : widths.get(last) * Math.sqrt((step + 1.0) / (last + 1.0));
    }
}
