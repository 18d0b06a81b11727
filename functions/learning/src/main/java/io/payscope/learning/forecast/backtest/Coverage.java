package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often what came lay within the interval, counted at the later half of the origins. At each of them choice and
 * intervals rest on earlier origins alone whose horizon had passed by then.
 *
 * @param within80 share within the 80 % interval
 * @param within95 share within the 95 % interval
 * @param origins that were counted
 * @param steps that were counted
 */
public record Coverage(double within80, double within95, int origins, int steps) {

    /** Earlier origins without which nothing is calibrated. */
    private static final int LEAST_ORIGINS = 5;

    /**
     * Counts.
     *
     * @param runs oldest first
     * @return null where too few origins precede any later one
     */
    public static @Nullable Coverage of(List<OriginRun> runs) {
        int[] within = new int[2];
        int origins = 0;
        int steps = 0;
        for (int i = runs.size() / 2; i < runs.size(); i++) {
            OriginRun run = runs.get(i);
            int horizon = run.actual().length;
            List<OriginRun> earlier = runs.stream()
                    .filter(other -> other.historySteps() + horizon <= run.historySteps())
                    .toList();
            if (earlier.size() < LEAST_ORIGINS) {
                continue;
            }
            Candidate candidate = Choice.of(earlier);
            double[] forecast = run.forecasts().get(candidate);
            if (forecast == null) {
                continue;
            }
            Intervals intervals = Intervals.of(earlier, candidate, run.recentScale());
            for (int h = 0; h < horizon; h++) {
                double error = Math.abs(run.actual()[h] - forecast[h]);
                within[0] += error <= intervals.half(80, h) ? 1 : 0;
                within[1] += error <= intervals.half(95, h) ? 1 : 0;
            }
            origins++;
            steps += horizon;
        }
        return steps == 0 ? null : new Coverage(within[0] / (double) steps, within[1] / (double) steps, origins, steps);
    }
}
