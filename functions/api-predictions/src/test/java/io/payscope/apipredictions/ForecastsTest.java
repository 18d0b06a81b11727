package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Refusal;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.Scenario;
import io.payscope.learning.forecast.SeriesKind;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.learning.forecast.backtest.Backtest;
import io.payscope.learning.forecast.backtest.Intervals;
import io.payscope.learning.forecast.model.BoostedLags;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.model.FittedModels;
import io.payscope.learning.forecast.series.Series;
import io.payscope.wire.dataset.InMemoryObjects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastsTest {

    private static final BankId A = new BankId(1);
    private static final BankId B = new BankId(2);
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 70;

    private final InMemoryObjects objects = new InMemoryObjects();
    private final StoredModels stored = new StoredModels(objects);
    private final ForecastModels models =
            new ForecastModels(objects, new RegistryChampions(stored.registry(), Clock.systemUTC()), 4);
    private final ReadForecast forecasts = new ReadForecast(models);

    private static List<TimeBucket> buckets(int level) {
        List<TimeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            int volume = level + 10 * (i % 7) + i * 13 % 5;
            buckets.add(
                    new TimeBucket(START.plus(Duration.ofDays(i)), volume, BigDecimal.valueOf(volume * 1234L, 2), 0));
        }
        return buckets;
    }

    /** The volume of a bank, forecast by one candidate; trees where it is trees, each step 0.5 units above its level. */
    private static ForecastModel model(int level, Candidate chosen) {
        Series history = ForecastModel.history("volume", buckets(level), Grain.DAY);
        FittedModels fitted = FittedModels.fit(
                List.of(history), 7, EnumSet.of(Candidate.SEASONAL_NAIVE, Candidate.SMOOTHING, Candidate.ADDITIVE));
        double[] values = history.values();
        BoostedLags trees = new BoostedLags(
                StoredModels.trees(13, "regression", 0.5),
                7,
                4,
                history.step(),
                history.at(history.length()),
                Arrays.stream(values, values.length - 28, values.length)
                        .map(value -> value / 4)
                        .boxed()
                        .toList());
        SeriesModel series = new SeriesModel(
                "volume",
                SeriesKind.REGULAR,
                history.start(),
                history.step(),
                history.length(),
                chosen,
                new FittedModels(
                        true, fitted.seasonalNaive(), null, fitted.smoothing(), fitted.additive(), null, trees, null),
                Intervals.ofDifferences(values, 7, 14),
                Backtest.of(List.of()));
        return new ForecastModel(Grain.DAY, 14, List.of(series));
    }

    /** What the ledger has of two banks; nothing but buckets is asked for. */
    private record Buckets() implements LedgerReader {

        @Override
        public LedgerCensus census(BankId bank) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public List<TimeBucket> buckets(BankId bank, Grain grain) {
            return ForecastsTest.buckets(bank.equals(A) ? 100 : 900);
        }

        @Override
        public List<PartyProfile> profiles(BankId bank, PartySide side, int limit) {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public List<CanonicalTransaction> largestFrauds(BankId bank, int limit) {
            throw new UnsupportedOperationException("not asked for");
        }
    }

    private Scenario.Comparison ask(BankId bank, Scenario scenario) {
        return new WhatIf(models, new Buckets()).run(bank, "volume", scenario);
    }

    private void store(BankId bank, int level, Candidate chosen) {
        stored.forecast(bank, "v1", model(level, chosen), StoredModels.PLAN);
    }

    @Test
    void aForecastGoesOnWhereTheHistoryEndsWithinItsIntervals() {
        store(A, 100, Candidate.SMOOTHING);
        SeriesForecast forecast = forecasts.read(A, "volume");
        assertThat(forecast.chosen()).isEqualTo("SMOOTHING");
        assertThat(forecast.modelVersion()).isEqualTo("v1");
        assertThat(forecast.points()).hasSize(14).allSatisfy(point -> {
            assertThat(point.lower95()).isLessThanOrEqualTo(point.lower80());
            assertThat(point.lower80()).isLessThanOrEqualTo(point.value());
            assertThat(point.value()).isLessThanOrEqualTo(point.upper80());
            assertThat(point.upper80()).isLessThanOrEqualTo(point.upper95());
        });
        Instant end = START.plus(Duration.ofDays(DAYS - 1));
        assertThat(forecast.points().getFirst().at()).isBetween(end, end.plus(Duration.ofDays(1)));
        assertThat(Duration.between(
                        forecast.points().getFirst().at(),
                        forecast.points().getLast().at()))
                .isEqualTo(Duration.ofDays(13));
    }

    @Test
    void aForecastModelCanBeRolledBackThoughItsCardHasNoSplit() {
        store(A, 100, Candidate.SMOOTHING);
        stored.forecast(A, "v2", model(900, Candidate.SMOOTHING), StoredModels.PLAN);
        stored.registry().rollback(A, ModelOutcome.Kind.FORECAST, null, "worse after all", "somebody");
        assertThat(forecasts.read(A, "volume").modelVersion()).isEqualTo("v1");
    }

    @Test
    void theBacktestIsThatOfTheSeriesAlone() {
        store(A, 100, Candidate.SMOOTHING);
        assertThat(forecasts.read(A, "volume").backtest()).containsOnlyKeys("volumeMase", "volumeCoverage80");
    }

    @Test
    void eachBankReadsItsOwn() {
        store(A, 100, Candidate.SMOOTHING);
        store(B, 900, Candidate.SMOOTHING);
        for (int i = 0; i < 2; i++) {
            assertThat(forecasts.read(A, "volume").points()).allMatch(point -> point.value() < 300);
            assertThat(forecasts.read(B, "volume").points()).allMatch(point -> point.value() > 600);
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> forecasts.read(A, "volume"))
                .withMessageContaining("bank 1 has no forecast model");
        store(A, 100, Candidate.SMOOTHING);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> forecasts.read(A, "moon"))
                .withMessageContaining("[volume]");
        stored.forecast(B, "v1", model(900, Candidate.SMOOTHING), null);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> ask(B, new Scenario(7, 1, 0)))
                .withMessageContaining("no plan");
    }

    @Test
    void nothingChangedChangesNothingAndMoreVolumeRaisesTheForecast() {
        for (Candidate chosen : List.of(Candidate.SEASONAL_NAIVE, Candidate.SMOOTHING, Candidate.ADDITIVE)) {
            store(A, 100, chosen);
            ForecastModels cold =
                    new ForecastModels(objects, new RegistryChampions(stored.registry(), Clock.systemUTC()), 4);
            WhatIf whatIf = new WhatIf(cold, new Buckets());
            Scenario.Comparison same = whatIf.run(A, "volume", new Scenario(28, 1, 0));
            assertThat(same.changed()).as(chosen.name()).isEqualTo(same.baseline());
            assertThat(whatIf.run(A, "volume", new Scenario(28, 1.5, 0)).ratio())
                    .as(chosen.name())
                    .isBetween(1.2, 1.8);
            objects.list("models/").forEach(head -> objects.delete(head.key()));
        }
    }

    @Test
    void treesAnswerAWhatIfWithoutTheNativeLibrary() {
        store(A, 100, Candidate.BOOSTED);
        assertThat(ask(A, new Scenario(28, 1, 0)).changed())
                .isEqualTo(ask(A, new Scenario(28, 1, 0)).baseline());
        assertThat(ask(A, new Scenario(28, 2, 0)).ratio()).isBetween(1.8, 2.0);
        assertThat(Collections.min(ask(A, new Scenario(28, 0, 0)).changed())).isBetween(0.0, 10.0);
    }

    @Test
    void aWhatIfReadsTheHistoryOfItsOwnBank() {
        store(A, 100, Candidate.SMOOTHING);
        store(B, 900, Candidate.SMOOTHING);
        double largest = Collections.max(ask(A, new Scenario(7, 1, 0)).changed());
        assertThat(largest).isLessThan(300);
        assertThat(Collections.min(ask(B, new Scenario(7, 1, 0)).changed())).isGreaterThan(600);
    }
}
