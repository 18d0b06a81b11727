package io.payscope.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.learning.forecast.backtest.Coverage;
import io.payscope.learning.forecast.backtest.OriginRun;
import io.payscope.learning.forecast.backtest.Origins;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeriesModelTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final double[] WEEK = {0, 10, 20, 15, 30, -20, -35};

    private static Series series(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return new Series(START, Step.DAY, values);
    }

    private static SeriesModel fit(Series series) {
        return SeriesModel.fit("volume", List.of(series), 7, 14);
    }

    @Test
    void constantAndZeroSeriesRepeatWithoutWidth() {
        SeriesModel constant = fit(series(60, _ -> 12));
        SeriesModel zero = fit(series(60, _ -> 0));

        assertThat(constant.kind()).isEqualTo(SeriesKind.CONSTANT);
        assertThat(constant.forecast(3)).containsExactly(12, 12, 12);
        assertThat(constant.interval(95, 3)[1]).containsExactly(12, 12, 12);
        assertThat(constant.mase()).isNull();
        assertThat(zero.kind()).isEqualTo(SeriesKind.ZERO);
        assertThat(zero.forecast(3)).containsOnly(0);
        assertThat(fit(series(60, _ -> Double.NaN)).forecast(3)).containsOnly(0);
    }

    @Test
    void fivePointsRepeatTheLastAndKnowTheirSpread() {
        SeriesModel model = fit(series(5, i -> 10 + i % 2));

        assertThat(model.kind()).isEqualTo(SeriesKind.SHORT);
        assertThat(model.forecast(3)).containsOnly(10);
        assertThat(model.interval(80, 3)[1][0]).isGreaterThan(10);
        assertThat(model.interval(80, 30)[1][29]).isGreaterThan(model.interval(80, 30)[1][0]);
    }

    @Test
    void intermittentSeriesStaysFiniteAndNotNegative() {
        SeriesModel model = fit(series(120, i -> i % 11 == 0 ? 5 : 0));

        assertThat(model.kind()).isEqualTo(SeriesKind.INTERMITTENT);
        assertThat(Arrays.stream(model.forecast(30))).allMatch(value -> value >= 0 && value <= 5);
        assertThat(Arrays.stream(model.interval(95, 30)[0])).allMatch(value -> value >= 0);
    }

    @Test
    void brokenSeriesIsJoinedUp() {
        SeriesModel model =
                fit(series(120, i -> i % 4 == 0 ? 50 + i % 3 : i % 5 == 0 ? Double.POSITIVE_INFINITY : Double.NaN));

        assertThat(model.kind()).isEqualTo(SeriesKind.BROKEN);
        assertThat(Arrays.stream(model.forecast(14))).allMatch(value -> value >= 50 && value <= 52);
    }

    @Test
    void trendWithABreakIsForecastBetterThanByTheFloor() {
        Random random = new Random(1);
        SeriesModel model = fit(
                series(300, i -> 200 + 0.5 * i - 1.2 * Math.max(0, i - 180) + WEEK[i % 7] + 8 * random.nextGaussian()));

        assertThat(model.kind()).isEqualTo(SeriesKind.REGULAR);
        assertThat(model.chosen()).isNotEqualTo(Candidate.SEASONAL_NAIVE);
        assertThat(model.mase()).isLessThan(0.9 * model.backtest().means().get(Candidate.SEASONAL_NAIVE));
        assertThat(model.backtest().trials()).hasSize(20);
        assertThat(model.backtest().unconverged()).isZero();
    }

    @Test
    void theChoiceIsNeverWorseThanSeasonalNaive() {
        Random random = new Random(2);
        for (int trial = 0; trial < 8; trial++) {
            double walk = random.nextDouble() * 30;
            double[] level = {500};
            SeriesModel model = fit(series(
                    60 + random.nextInt(100), _ -> level[0] = Math.abs(level[0] + walk * random.nextGaussian())));
            assertThat(model.mase())
                    .isLessThanOrEqualTo(model.backtest().means().get(Candidate.SEASONAL_NAIVE));
        }
    }

    @Test
    void intervalsHoldOnWhatComesLater() {
        int inside80 = 0;
        int inside95 = 0;
        int steps = 0;
        Random random = new Random(3);
        for (int trial = 0; trial < 18; trial++) {
            Series whole = simulated(trial % 3, random, 300);
            SeriesModel model = fit(whole.head(286));
            double[][] of80 = model.interval(80, 14);
            double[][] of95 = model.interval(95, 14);
            for (int h = 0; h < 14; h++) {
                double value = whole.values()[286 + h];
                inside80 += value >= of80[0][h] && value <= of80[1][h] ? 1 : 0;
                inside95 += value >= of95[0][h] && value <= of95[1][h] ? 1 : 0;
                steps++;
            }
        }
        assertThat(100.0 * inside80 / steps).isBetween(75.0, 85.0);
        assertThat(100.0 * inside95 / steps).isBetween(90.0, 100.0);
    }

    @Test
    void measuredCoverageIsWithinFivePointsOnSimulatedSeries() {
        Random random = new Random(4);
        double sum80 = 0;
        double sum95 = 0;
        int trials = 9;
        for (int trial = 0; trial < trials; trial++) {
            Coverage coverage =
                    fit(simulated(trial % 3, random, 420)).backtest().coverage();
            assertThat(coverage).isNotNull();
            sum80 += coverage.within80() / trials;
            sum95 += coverage.within95() / trials;
        }
        assertThat(sum80).isBetween(0.75, 0.85);
        assertThat(sum95).isBetween(0.90, 1.0);
    }

    /** Weeks with noise; weeks on a slope with a break; weeks on a level that wanders. */
    private static Series simulated(int kind, Random random, int length) {
        double[] level = {0};
        return series(length, i -> {
            level[0] = 0.8 * level[0] + 6 * random.nextGaussian();
            return switch (kind) {
                case 0 -> 300 + WEEK[i % 7] + 12 * random.nextGaussian();
                case 1 -> 300 + 0.4 * i - 0.6 * Math.max(0, i - 150) + WEEK[i % 7] + 12 * random.nextGaussian();
                default -> 300 + WEEK[i % 7] + level[0];
            };
        });
    }

    @Test
    void laterValuesChangeNoEarlierTrial() {
        Random random = new Random(5);
        Series whole = series(160, _ -> 50 + 100 * random.nextDouble());
        double[] changed = whole.values().clone();
        changed[159] += 1000;
        EnumSet<Candidate> some = EnumSet.of(Candidate.SEASONAL_NAIVE, Candidate.SMOOTHING);
        Origins origins = Origins.of(160, 7, 14);

        origins.historySteps().limit(origins.count() - 3).forEach(origin -> {
            OriginRun before = OriginRun.of(List.of(whole), origin, 7, 14, some);
            OriginRun after = OriginRun.of(List.of(whole.with(changed)), origin, 7, 14, some);
            assertThat(after.mase(Candidate.SMOOTHING)).isEqualTo(before.mase(Candidate.SMOOTHING));
        });
    }

    @Test
    void maseMatchesAValueComputedByHand() {
        // Season 2, history 1 5 2 7 (differences one season apart: 1 and 2), then 4 and 9.
        Series series = series(6, i -> new double[] {1, 5, 2, 7, 4, 9}[i]);
        OriginRun run = OriginRun.of(List.of(series), 4, 2, 2, EnumSet.of(Candidate.SEASONAL_NAIVE));

        assertThat(run.scale()).isEqualTo(1.5);
        assertThat(run.mase(Candidate.SEASONAL_NAIVE)).isEqualTo((2 + 2) / 2.0 / 1.5);
    }
}
