package io.payscope.learning.bench;

import io.payscope.learning.forecast.SeriesKind;
import io.payscope.learning.forecast.backtest.Choice;
import io.payscope.learning.forecast.backtest.Intervals;
import io.payscope.learning.forecast.backtest.OriginRun;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series at one horizon. Evaluation origins end with the series; at each of them the choice and the intervals rest
 * on up to 20 earlier origins, as far apart, whose horizon had passed by then. Nothing is chosen by what it is judged by.
 *
 * @param name of the series
 * @param horizon steps
 * @param origins evaluated
 * @param means mean MASE of each candidate fitted at every evaluation origin
 * @param choice mean MASE of the choice
 * @param chosen how often each candidate was chosen
 * @param coverage80 share within the 80 % interval of the choice, NaN where no origin had earlier ones
 * @param coverage95 share within the 95 % interval
 * @param unconverged fits of the additive model without the conditions of the optimum
 * @param fits of all candidates, one an origin
 * @param fitMillis mean time of fitting all candidates at one origin
 */
record Evaluation(
        String name,
        int horizon,
        int origins,
        Map<Candidate, Double> means,
        double choice,
        Map<Candidate, Integer> chosen,
        double coverage80,
        double coverage95,
        int unconverged,
        int fits,
        double fitMillis) {

    private static final int SPACING = 30;
    private static final int SHORT_ORIGINS = 6;
    private static final int SHORT_SPACING = 7;
    private static final int MOST_EARLIER = 20;
    private static final int LEAST_SEASONS = 4;

    /**
     * Evaluates.
     *
     * @param wanted evaluation origins 30 steps apart; 6 origins 7 steps apart where the series is too short for them
     * @param earlier origins at the end that are left out, to judge on origins that nothing was tuned by; the row is
     *     then no longer one of the reference table, and its name says so
     * @return null where it is too short even for these
     */
    static @Nullable Evaluation of(String name, Series series, int horizon, int wanted, int earlier) {
        int season = series.step().seasonLength();
        int shortest = LEAST_SEASONS * season;
        boolean shortSeries = series.length() - horizon - (wanted - 1) * SPACING < 2 * shortest;
        int origins = shortSeries ? Math.min(SHORT_ORIGINS, wanted) : wanted;
        int spacing = shortSeries ? SHORT_SPACING : SPACING;
        int last = series.length() - horizon - earlier * spacing;
        if (last - (origins - 1) * spacing < shortest) {
            return null;
        }
        long started = System.nanoTime();
        List<OriginRun> runs = new ArrayList<>();
        for (int back = origins + MOST_EARLIER - 1; back >= 0; back--) {
            int origin = last - back * spacing;
            if (origin >= shortest) {
                runs.add(OriginRun.of(List.of(series), origin, season, horizon, SeriesKind.REGULAR.candidates()));
            }
        }
        double millis = (System.nanoTime() - started) / 1e6 / runs.size();
        return judge(
                earlier == 0 ? name : name + " -" + earlier,
                horizon,
                runs,
                runs.subList(runs.size() - origins, runs.size()),
                millis);
    }

    private static Evaluation judge(
            String name, int horizon, List<OriginRun> all, List<OriginRun> evaluated, double millis) {
        double error = 0;
        Map<Candidate, Integer> chosen = new EnumMap<>(Candidate.class);
        int within80 = 0;
        int within95 = 0;
        int steps = 0;
        int scaled = 0;
        for (OriginRun run : evaluated) {
            List<OriginRun> earlier = all.stream()
                    .filter(other -> other.historySteps() + horizon <= run.historySteps())
                    .toList();
            List<OriginRun> latest = earlier.subList(Math.max(0, earlier.size() - MOST_EARLIER), earlier.size());
            Candidate candidate = Choice.of(latest);
            chosen.merge(candidate, 1, Integer::sum);
            Double mase = run.mase(candidate);
            double[] forecast = run.forecasts().get(candidate);
            if (mase == null || forecast == null) {
                continue;
            }
            error += mase;
            scaled++;
            if (!latest.isEmpty()) {
                Intervals intervals = Intervals.of(latest, candidate, run.recentScale());
                for (int h = 0; h < horizon; h++) {
                    double miss = Math.abs(run.actual()[h] - forecast[h]);
                    within80 += miss <= intervals.half(80, h) ? 1 : 0;
                    within95 += miss <= intervals.half(95, h) ? 1 : 0;
                    steps++;
                }
            }
        }
        return new Evaluation(
                name,
                horizon,
                evaluated.size(),
                Choice.means(evaluated),
                error / scaled,
                chosen,
                within80 / (double) steps,
                within95 / (double) steps,
                (int) all.stream().filter(run -> !run.converged()).count(),
                all.size(),
                millis);
    }

    /** @return mean MASE of a candidate, NaN where it was not fitted everywhere */
    double mean(Candidate candidate) {
        return means.getOrDefault(candidate, Double.NaN);
    }

    /** @return error of the choice over that of the seasonal naive forecast */
    double overFloor() {
        return choice / mean(Candidate.SEASONAL_NAIVE);
    }
}
