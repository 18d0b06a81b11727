package io.payscope.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ForecastModelTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final ForecastPlan DAILY = new ForecastPlan(Grain.DAY, 7, 28, 14);
    private static final double[] WEEK = {0, 10, 20, 15, 30, -20, -35};

    @Test
    void findsTrendAndWeekBetterThanRepeatingThem() {
        Random random = new Random(1);
        ForecastModel model = fit(buckets(200, Grain.DAY, i -> truth(i) + 8 * random.nextGaussian()), DAILY);
        SeriesModel volume = model.series().getFirst();

        assertThat(volume.chosen()).isEqualTo(SeriesModel.Candidate.ADDITIVE);
        double[] forecast = volume.forecast(14);
        double error = 0;
        for (int i = 0; i < 14; i++) {
            // The last bucket is cut, so the forecast begins with the bucket of index 199.
            error += Math.abs(forecast[i] - truth(199 + i)) / 14;
        }
        assertThat(error).isLessThan(8);
        assertThat(model.metrics()).containsKeys("volumeMase", "amountMase", "horizon", "origins");
        assertThat(model.metrics().get("origins")).isEqualTo(10);
    }

    @Test
    void theChoiceIsNeverWorseThanSeasonalNaive() {
        Random random = new Random(2);
        for (int trial = 0; trial < 20; trial++) {
            double walk = random.nextDouble() * 30;
            double[] level = {500};
            ForecastModel model = fit(
                    buckets(60 + random.nextInt(100), Grain.DAY, i -> level[0] += walk * random.nextGaussian()), DAILY);
            for (SeriesModel series : model.series()) {
                assertThat(series.mase()).isLessThanOrEqualTo(series.backtest().seasonalNaive());
            }
        }
    }

    @Test
    void hourlySeriesOfTwoDaysIsForecast() {
        ForecastPlan hourly = new ForecastPlan(Grain.HOUR, 24, 36, 24);
        Random random = new Random(3);
        ForecastModel model = fit(
                buckets(48, Grain.HOUR, i -> 1000 + 400 * Math.sin(2 * Math.PI * i / 24) + 30 * random.nextGaussian()),
                hourly);

        assertThat(model.series())
                .allSatisfy(series -> assertThat(series.mase()).isNotNull());
        assertThat(model.metrics().get("backtestHorizon")).isBetween(1.0, 24.0);
        assertThat(model.series().getFirst().forecast(24)).hasSize(24);
    }

    @Test
    void constantSeriesHasNoMaseAndRepeats() {
        ForecastModel model = fit(buckets(60, Grain.DAY, _ -> 12), DAILY);
        SeriesModel volume = model.series().getFirst();

        assertThat(volume.chosen()).isEqualTo(SeriesModel.Candidate.SEASONAL_NAIVE);
        assertThat(volume.mase()).isNull();
        assertThat(volume.forecast(3)).containsExactly(12, 12, 12);
        assertThat(model.metrics()).doesNotContainKey("volumeMase").containsKey("origins");
        assertThat(model.metrics().values()).noneMatch(value -> value.isNaN());
    }

    @Test
    void seriesOfZerosForecastsZeros() {
        List<TimeBucket> zeros = buckets(60, Grain.DAY, _ -> 0);
        ForecastModel model = fit(zeros, DAILY);

        assertThat(model.series()).allSatisfy(series -> {
            assertThat(series.forecast(5)).containsOnly(0);
            assertThat(series.additive().forecast(5)).containsOnly(0);
        });
    }

    @Test
    void intermittentSeriesStaysFiniteAndNotNegative() {
        ForecastModel model = fit(buckets(90, Grain.DAY, i -> i % 11 == 0 ? 5 : 0), DAILY);

        for (SeriesModel series : model.series()) {
            for (double value : series.additive().forecast(30)) {
                assertThat(value).isFinite().isNotNegative();
            }
        }
    }

    @Test
    void belowTheMinimumLengthThereIsNoModel() {
        assertThat(ForecastModel.fit(buckets(29, Grain.DAY, _ -> 1), DAILY)).isEmpty();
        assertThat(ForecastModel.fit(buckets(30, Grain.DAY, _ -> 1), DAILY)).isPresent();
        assertThat(ForecastModel.fit(List.of(), DAILY)).isEmpty();
    }

    @Test
    void planThatMakesNoSenseIsAConfigFault() {
        ForecastPlan plan = new ForecastPlan(Grain.DAY, 7, 7, 14);
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> ForecastModel.fit(buckets(60, Grain.DAY, _ -> 1), plan));
    }

    @Test
    void laterBucketsChangeNoEarlierTrial() {
        Random random = new Random(4);
        double[] values = random.doubles(120, 50, 150).toArray();
        Series whole = new Series(START, Grain.DAY, values);
        Backtest before = Backtest.of(whole, 7, 14);
        // The last 14 steps are seen by no fit of the backtest: changing them may change errors only.
        double[] changed = values.clone();
        changed[119] += 1000;
        Backtest after = Backtest.of(new Series(START, Grain.DAY, changed), 7, 14);

        assertThat(after.trials().getLast().scale())
                .isEqualTo(before.trials().getLast().scale());
        assertThat(after.trials().subList(0, 9)).isEqualTo(before.trials().subList(0, 9));
        assertThat(after.trials().getLast().seasonalNaive())
                .isGreaterThan(before.trials().getLast().seasonalNaive());
    }

    @Test
    void maseMatchesAValueComputedByHand() {
        // Season 2, history 1 5 2 7 (differences one season apart: 1 and 2), then 4 and 9.
        Series series = new Series(START, Grain.DAY, new double[] {1, 5, 2, 7, 4, 9});
        Backtest backtest = Backtest.of(series, 2, 2);

        assertThat(backtest.horizon()).isEqualTo(2);
        assertThat(backtest.trials()).hasSize(1);
        assertThat(backtest.trials().getFirst().scale()).isCloseTo(1.5, within(1e-12));
        assertThat(backtest.seasonalNaive()).isCloseTo((2 + 2) / 2.0 / 1.5, within(1e-12));
    }

    private static double truth(int day) {
        return 200 + 0.8 * day + WEEK[day % 7];
    }

    private static ForecastModel fit(List<TimeBucket> buckets, ForecastPlan plan) {
        return ForecastModel.fit(buckets, plan).orElseThrow();
    }

    static List<TimeBucket> buckets(int count, Grain grain, IntToDoubleFunction value) {
        List<TimeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long volume = Math.max(0, Math.round(value.applyAsDouble(i)));
            buckets.add(new TimeBucket(
                    START.plus(grain.length().multipliedBy(i)), volume, BigDecimal.valueOf(volume * 1234, 2), 0));
        }
        return buckets;
    }
}
