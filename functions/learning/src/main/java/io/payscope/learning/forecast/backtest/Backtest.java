package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of a backtest.
 *
 * @param horizon steps forecast from each origin; 0 where the history is too short for a backtest
 * @param trials one an origin, oldest first; origins whose history repeats exactly have no errors
 * @param means mean MASE of each candidate that was fitted at all origins
 * @param coverage of the intervals at later origins, or null where there are too few
 * @param unconverged origins at which the additive model missed its optimum
 */
public record Backtest(
        int horizon,
        List<Trial> trials,
        Map<Candidate, Double> means,
        @Nullable Coverage coverage,
        int unconverged) {

    public Backtest {
        trials = List.copyOf(trials);
        means = Map.copyOf(means);
    }

    /**
     * One origin.
     *
     * @param historySteps steps that the models saw
     * @param scale mean absolute difference one season apart
     * @param mase one a candidate
     */
    public record Trial(int historySteps, double scale, Map<Candidate, Double> mase) {

        public Trial {
            mase = Map.copyOf(mase);
        }

        private static Trial of(OriginRun run) {
            Map<Candidate, Double> errors = new TreeMap<>();
            for (Candidate candidate : run.forecasts().keySet()) {
                Double error = run.mase(candidate);
                if (error != null) {
                    errors.put(candidate, error);
                }
            }
            return new Trial(run.historySteps(), run.scale(), errors);
        }
    }

    /** @return the table of runs, oldest first */
    public static Backtest of(List<OriginRun> runs) {
        return new Backtest(
                runs.isEmpty() ? 0 : runs.getFirst().actual().length,
                runs.stream().map(Trial::of).toList(),
                Choice.means(runs),
                Coverage.of(runs),
                (int) runs.stream().filter(run -> !run.converged()).count());
    }
}
