package io.payscope.learning.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FittedModelsTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Set<Candidate> ALL = EnumSet.allOf(Candidate.class);
    private static final double[] WEEK = {0, 10, 20, 15, 30, -20, -35};

    private static Series series(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return new Series(START, Step.DAY, values);
    }

    private static double[] forecast(FittedModels models, Candidate candidate, int horizon) {
        double[] forecast = models.forecast(candidate, horizon);
        assertThat(forecast).as(candidate.name()).isNotNull();
        return forecast;
    }

    @ParameterizedTest
    @EnumSource
    void weekAndSlopeAreForecast(Candidate candidate) {
        Random random = new Random(1);
        IntToDoubleFunction truth = i -> 200 + 0.3 * i + WEEK[i % 7];
        Series one = series(200, i -> truth.applyAsDouble(i) + 4 * random.nextGaussian());
        Series other = series(200, i -> 10 * truth.applyAsDouble(i) + 40 * random.nextGaussian());
        double[] forecast = forecast(FittedModels.fit(List.of(one, other), 7, ALL), candidate, 14);
        double error = 0;
        for (int i = 0; i < 14; i++) {
            error += Math.abs(forecast[i] - truth.applyAsDouble(200 + i)) / 14;
        }

        assertThat(error).isLessThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void forecastDependsOnNothingButTheHistory(Candidate candidate) {
        Random random = new Random(2);
        Series whole = series(150, i -> 100 + WEEK[i % 7] + 5 * random.nextGaussian());
        double[] changed = whole.values().clone();
        Arrays.fill(changed, 120, 150, 1e6);

        double[] before = forecast(fit(whole.head(120)), candidate, 30);
        assertThat(forecast(fit(whole.with(changed).head(120)), candidate, 30)).containsExactly(before);
    }

    private static FittedModels fit(Series series) {
        return FittedModels.fit(List.of(series, series), 7, ALL);
    }

    @Test
    void boostedForecastIsDeterministicAndFollowsALevelItNeverSaw() {
        Random random = new Random(3);
        Series doubled = series(200, i -> (i < 190 ? 100 : 300) + WEEK[i % 7] + random.nextGaussian());
        double[] forecast = forecast(fit(series(200, i -> 100 + 2 * i + WEEK[i % 7])), Candidate.BOOSTED, 7);

        assertThat(fit(doubled)).isEqualTo(fit(doubled));
        assertThat(Arrays.stream(forecast).max().orElseThrow()).isGreaterThan(500);
    }

    @Test
    void residualsOfTheAdditiveModelAreForecast() {
        Random random = new Random(4);
        double[] state = {0};
        Series series = series(400, _ -> 500 + (state[0] = 0.9 * state[0] + random.nextGaussian() * 5));
        FittedModels models = fit(series);
        double last = series.values()[399];
        double plain = Math.abs(forecast(models, Candidate.ADDITIVE, 1)[0] - last);

        assertThat(Math.abs(forecast(models, Candidate.ADDITIVE_LAGS, 1)[0] - last))
                .isLessThan(plain / 2);
    }

    @Test
    void weekendsThatAreNeverSeenAreNotMadeUp() {
        Random random = new Random(6);
        Series weekdays = series(280, i -> i % 7 < 5 ? 100 + random.nextGaussian() : Double.NaN);

        assertThat(Arrays.stream(forecast(fit(weekdays), Candidate.ADDITIVE, 14)))
                .allMatch(value -> value > 95 && value < 105);
    }

    @Test
    void smoothingOfARegularSeriesIsExact() {
        double[] forecast = forecast(fit(series(140, i -> 50 + WEEK[i % 7])), Candidate.SMOOTHING, 14);

        for (int i = 0; i < 14; i++) {
            assertThat(forecast[i]).isCloseTo(50 + WEEK[i % 7], within(1e-6));
        }
    }

    @Test
    void seasonalMeanIsThatOfFourSeasons() {
        double[] forecast = forecast(fit(series(70, i -> i)), Candidate.SEASONAL_MEAN, 8);

        assertThat(forecast[0]).isEqualTo((63 + 56 + 49 + 42) / 4.0);
        assertThat(forecast[7]).isEqualTo(forecast[0]);
    }

    @Test
    void ensemblesAreMadeOfTheirMembers() {
        Random random = new Random(5);
        FittedModels models = fit(series(120, i -> 100 + WEEK[i % 7] + 9 * random.nextGaussian()));
        double[] members = Candidate.MEMBERS.stream()
                .mapToDouble(member -> forecast(models, member, 1)[0])
                .sorted()
                .toArray();

        assertThat(forecast(models, Candidate.ENSEMBLE_MEDIAN, 1)[0]).isEqualTo(members[2]);
        assertThat(forecast(models, Candidate.ENSEMBLE_MEAN, 1)[0])
                .isCloseTo(Arrays.stream(members).average().orElseThrow(), within(1e-9));
    }

    @Test
    void countsAreNeverForecastBelowZeroAndOthersMayBe() {
        Series falling = series(100, i -> 100 - i);
        Series lower = series(100, i -> 50 - i);

        assertThat(Arrays.stream(forecast(fit(falling), Candidate.ADDITIVE, 30)))
                .contains(0.0)
                .allMatch(value -> value >= 0);
        assertThat(Arrays.stream(forecast(fit(lower), Candidate.ADDITIVE, 30))).allMatch(value -> value < 0);
    }

    @Test
    void whatAHistoryIsTooShortForIsNotFitted() {
        FittedModels models = fit(series(5, i -> i));

        assertThat(models.forecast(Candidate.BOOSTED, 3)).isNull();
        assertThat(forecast(models, Candidate.SEASONAL_NAIVE, 3)).containsExactly(4, 4, 4);
    }
}
