package io.payscope.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.model.FittedModels;
import io.payscope.learning.forecast.series.Series;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastModelTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final ForecastPlan DAILY = new ForecastPlan(Grain.DAY, 7, 28, 14);
    private static final double[] WEEK = {0, 10, 20, 15, 30, -20, -35};

    @Test
    void volumeAmountAndFraudsAreForecastAndTheirNumbersReported() {
        ForecastModel model = fit(weekly(120), DAILY);

        assertThat(model.series()).extracting(SeriesModel::name).containsExactly("volume", "amount", "frauds");
        assertThat(model.metrics())
                .containsKeys("volumeMase", "volumeNaiveMase", "volumeAdditiveMase", "amountMase", "fraudsMase")
                .containsKeys("volumeCoverage80", "volumeCoverage95")
                .containsEntry("horizon", 14.0)
                .containsEntry("length", 118.0)
                .containsEntry("unconverged", 0.0);
        assertThat(model.metrics().get("origins")).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aBankWithoutFraudsHasNoSeriesOfThem() {
        List<TimeBucket> buckets = weekly(60).stream()
                .map(bucket -> new TimeBucket(bucket.start(), bucket.volume(), bucket.amount(), 0))
                .toList();

        assertThat(fit(buckets, DAILY).series()).extracting(SeriesModel::name).containsExactly("volume", "amount");
    }

    @Test
    void hourlySeriesOfTwoDaysIsForecast() {
        ForecastPlan hourly = new ForecastPlan(Grain.HOUR, 24, 36, 24);
        Random random = new Random(3);
        ForecastModel model = fit(
                buckets(48, Grain.HOUR, i -> 1000 + 400 * Math.sin(2 * Math.PI * i / 24) + 30 * random.nextGaussian()),
                hourly);

        assertThat(model.series().getFirst().mase()).isNotNull();
        assertThat(model.metrics().get("backtestHorizon")).isBetween(1.0, 24.0);
        assertThat(model.series().getFirst().forecast(24)).hasSize(24);
    }

    @Test
    void sameBucketsGiveTheSameModel() {
        assertThat(fit(weekly(90), DAILY)).isEqualTo(fit(weekly(90), DAILY));
    }

    @Test
    void constantSeriesHasNoMaseAndNoNumberIsMissing() {
        ForecastModel model = fit(buckets(60, Grain.DAY, _ -> 12), DAILY);

        assertThat(model.metrics()).doesNotContainKey("volumeMase").containsKey("origins");
        assertThat(model.metrics().values()).noneMatch(value -> value.isNaN());
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
    void moreVolumeRaisesVolumeAndASpikeRaisesFraudsOnly() {
        List<TimeBucket> buckets = weekly(120);
        ForecastModel model = fit(buckets, DAILY);
        List<Scenario.Comparison> same = new Scenario(28, 1, 0).run(model, buckets, DAILY);
        List<Scenario.Comparison> busy = new Scenario(28, 1.5, 0).run(model, buckets, DAILY);
        List<Scenario.Comparison> attacked = new Scenario(14, 1, 20).run(model, buckets, DAILY);

        assertThat(same).allSatisfy(one -> assertThat(one.changed()).isEqualTo(one.baseline()));
        assertThat(busy).extracting(Scenario.Comparison::series).containsExactly("volume", "amount", "frauds");
        assertThat(busy.get(0).ratio()).isBetween(1.2, 1.8);
        assertThat(busy.get(1).ratio()).isBetween(1.2, 1.8);
        assertThat(attacked.get(0).changed()).isEqualTo(attacked.get(0).baseline());
        assertThat(attacked.get(2).ratio()).isGreaterThan(1.5);
    }

    @Test
    void aWhatIfLooksAtTheHistoryOfItsModelThoughTheLedgerKnowsMore() {
        List<TimeBucket> later = weekly(150);
        ForecastModel model = fit(later.subList(0, 120), DAILY);

        assertThat(new Scenario(28, 1, 0).run(model, later, DAILY))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.changed()).isEqualTo(one.baseline()));
    }

    /** The trees were trained on the history as it was; what they go on from is the changed one. */
    @ParameterizedTest
    @EnumSource(names = {"BOOSTED", "BOOSTED_GLOBAL", "ENSEMBLE_MEAN", "ENSEMBLE_MEDIAN"})
    void treesAnswerAWhatIfWithoutBeingTrainedAgain(Candidate candidate) {
        List<TimeBucket> buckets = weekly(120);
        SeriesModel fitted = fit(buckets, DAILY).series().getFirst();
        List<Series> histories = List.of(
                ForecastModel.history("volume", buckets, Grain.DAY),
                ForecastModel.history("amount", buckets, Grain.DAY));
        SeriesModel trees = new SeriesModel(
                fitted.name(),
                fitted.kind(),
                fitted.historyStart(),
                fitted.step(),
                fitted.historySteps(),
                candidate,
                FittedModels.fit(histories, DAILY.seasonLength(), EnumSet.allOf(Candidate.class)),
                fitted.intervals(),
                fitted.backtest());
        ForecastModel model = new ForecastModel(Grain.DAY, DAILY.horizon(), List.of(trees));

        assertThat(trees.models().forecast(candidate, 7)).isNotNull();
        assertThat(new Scenario(28, 1, 0).run(model, buckets, DAILY))
                .allSatisfy(one -> assertThat(one.changed()).isEqualTo(one.baseline()));
        assertThat(new Scenario(28, 1.5, 0)
                        .run(model, buckets, DAILY)
                        .getFirst()
                        .ratio())
                .isBetween(1.3, 1.7);
        assertThat(new Scenario(28, 0.5, 0)
                        .run(model, buckets, DAILY)
                        .getFirst()
                        .ratio())
                .isBetween(0.3, 0.7);
    }

    private static ForecastModel fit(List<TimeBucket> buckets, ForecastPlan plan) {
        return ForecastModel.fit(buckets, plan).orElseThrow();
    }

    private static List<TimeBucket> weekly(int days) {
        Random random = new Random(1);
        return buckets(days, Grain.DAY, i -> 200 + 0.8 * i + WEEK[i % 7] + 8 * random.nextGaussian());
    }

    private static List<TimeBucket> buckets(int count, Grain grain, IntToDoubleFunction value) {
        List<TimeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long volume = Math.max(0, Math.round(value.applyAsDouble(i)));
            long frauds = volume > 20 ? 3 + volume % 5 : 0;
            buckets.add(new TimeBucket(
                    START.plus(grain.length().multipliedBy(i)), volume, BigDecimal.valueOf(volume * 1234, 2), frauds));
        }
        return buckets;
    }
}
