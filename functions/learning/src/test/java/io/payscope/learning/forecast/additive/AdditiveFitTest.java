package io.payscope.learning.forecast.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class AdditiveFitTest {

    private static final double FIRST_DAY = 19_000;

    private static double[] days(int count) {
        double[] days = new double[count];
        Arrays.setAll(days, i -> FIRST_DAY + i);
        return days;
    }

    private static double[] values(int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        Arrays.setAll(values, value);
        return values;
    }

    private static AdditiveModel fit(double[] values, AdditiveOptions options) {
        return AdditiveFit.of(days(values.length), values, options);
    }

    private static double week(int day) {
        return 3 * Math.sin(2 * Math.PI * day / 7) + 2 * Math.cos(4 * Math.PI * day / 7);
    }

    @Test
    void trendBreakAndWeekAreRecovered() {
        Random random = new Random(1);
        IntToDoubleFunction truth = i -> 50 + 0.1 * i + 0.4 * Math.max(0, i - 150) + week(i);
        AdditiveModel model =
                fit(values(400, i -> truth.applyAsDouble(i) + random.nextGaussian()), AdditiveOptions.DEFAULTS);
        double[] forecast = model.forecast(days(420));

        assertThat(model.converged()).isTrue();
        assertThat(model.noise() * model.design().scale()).isCloseTo(1, within(0.15));
        for (int i = 400; i < 420; i++) {
            assertThat(forecast[i]).isCloseTo(truth.applyAsDouble(i), within(3.0));
        }
    }

    @Test
    void theModeIsAMinimumInEveryDirection() {
        Random random = new Random(2);
        double[] values = values(200, i -> 20 + 0.05 * i + week(i) + 2 * random.nextGaussian());
        AdditiveModel model = fit(values, AdditiveOptions.DEFAULTS);
        Posterior posterior = new Posterior(model.design(), days(200), values, 0.05);
        double[] mode = new double[posterior.precision().length];
        mode[0] = model.slope();
        mode[1] = model.offset();
        for (int i = 0; i < model.changes().size(); i++) {
            mode[2 + i] = model.changes().get(i);
        }
        for (int i = 0; i < model.weights().size(); i++) {
            mode[2 + model.changes().size() + i] = model.weights().get(i);
        }
        double variance = model.noise() * model.noise();
        double least = posterior.value(mode, variance);

        for (int i = 0; i < mode.length; i++) {
            for (double move : new double[] {-1e-3, 1e-3}) {
                double[] moved = mode.clone();
                moved[i] += move;
                assertThat(posterior.value(moved, variance)).isGreaterThan(least);
            }
        }
        assertThat(posterior.value(mode, variance * 1.01)).isGreaterThan(least);
        assertThat(posterior.value(mode, variance * 0.99)).isGreaterThan(least);
    }

    @Test
    void missingValuesEqualMissingDays() {
        Random random = new Random(3);
        double[] values = values(200, i -> 20 + week(i) + random.nextGaussian());
        double[] days = days(200);
        double[] holes = values.clone();
        for (int i = 50; i < 80; i++) {
            holes[i] = Double.NaN;
        }
        double[] fewerDays = Arrays.stream(days)
                .filter(day -> day < FIRST_DAY + 50 || day >= FIRST_DAY + 80)
                .toArray();
        double[] fewer = Arrays.stream(holes).filter(Double::isFinite).toArray();

        assertThat(AdditiveFit.of(days, holes, AdditiveOptions.DEFAULTS))
                .isEqualTo(AdditiveFit.of(fewerDays, fewer, AdditiveOptions.DEFAULTS));
    }

    @Test
    void multiplicativeSeasonsGrowWithTheTrend() {
        Random random = new Random(4);
        IntToDoubleFunction truth = i -> (20 + 0.5 * i) * (1 + week(i) / 20);
        double[] values = values(300, i -> truth.applyAsDouble(i) + random.nextGaussian());
        AdditiveModel times = fit(values, AdditiveOptions.DEFAULTS.with(Composition.MULTIPLICATIVE));
        AdditiveModel plus = fit(values, AdditiveOptions.DEFAULTS);

        assertThat(times.converged()).isTrue();
        assertThat(times.noise()).isLessThan(plus.noise() / 2);
    }

    @Test
    void logisticGrowthStaysBelowItsCapacity() {
        Random random = new Random(5);
        IntToDoubleFunction truth = i -> 100 / (1 + Math.exp(-(i - 150) / 30.0));
        AdditiveModel model = fit(
                values(220, i -> truth.applyAsDouble(i) + random.nextGaussian()),
                AdditiveOptions.DEFAULTS.logistic(100).withSeasons(List.of()));
        double[] forecast = model.forecast(days(400));

        assertThat(model.converged()).isTrue();
        for (int i = 220; i < 400; i++) {
            assertThat(forecast[i])
                    .isCloseTo(truth.applyAsDouble(i), within(4.0))
                    .isLessThanOrEqualTo(100);
        }
    }

    @Test
    void flatGrowthHasNoSlope() {
        AdditiveOptions flat =
                new AdditiveOptions(Growth.FLAT, null, Composition.ADDITIVE, 25, 0.8, 0.05, 10, List.of(), List.of());
        AdditiveModel model = fit(values(50, i -> i), flat);

        assertThat(model.converged()).isTrue();
        assertThat(model.forecast(days(60))).containsOnly(model.forecast(days(1))[0]);
    }

    @Test
    void eventsLiftTheirDaysAndNoOthers() {
        Random random = new Random(6);
        List<Long> occurrences = List.of(19_050L, 19_110L, 19_170L, 19_230L);
        double[] values = values(
                220, i -> 30 + (occurrences.contains((long) FIRST_DAY + i) ? 15 : 0) + random.nextGaussian() * 0.5);
        Event event = new Event("sale", occurrences, 0, 1, 10);
        AdditiveModel model =
                fit(values, AdditiveOptions.DEFAULTS.withSeasons(List.of()).withEvents(List.of(event)));
        double[] forecast = model.forecast(days(240));

        assertThat(forecast[230] - forecast[229]).isCloseTo(15, within(1.0));
        assertThat(forecast[231] - forecast[229]).isCloseTo(0, within(1.0));
    }

    @Test
    void automaticSeasonsFollowProphetsRules() {
        assertThat(Seasonality.automatic(729, 1, 10))
                .extracting(Seasonality::name)
                .containsExactly("weekly");
        assertThat(Seasonality.automatic(730, 1, 10))
                .extracting(Seasonality::order)
                .containsExactly(10, 3);
        assertThat(Seasonality.automatic(730, 30, 10))
                .extracting(Seasonality::name)
                .containsExactly("yearly");
        assertThat(Seasonality.automatic(3, 1 / 24.0, 10))
                .extracting(Seasonality::order)
                .containsExactly(4);
        assertThat(Seasonality.automatic(13, 1, 10)).isEmpty();
    }

    @Test
    void changepointsLieInTheFirstFourFifths() {
        AdditiveModel model = fit(values(100, i -> i), AdditiveOptions.DEFAULTS);
        AdditiveModel brief = fit(values(5, i -> i), AdditiveOptions.DEFAULTS);

        // Prophet: rows 3, 6, 9, 13, ... 79 of 0 to 99.
        assertThat(model.design().changepoints()).hasSize(25).first().isEqualTo(3 / 99.0);
        assertThat(model.design().changepoints().getLast()).isEqualTo(79 / 99.0);
        assertThat(brief.design().changepoints()).containsExactly(1 / 4.0, 2 / 4.0, 3 / 4.0);
    }

    @Test
    void oddSeriesConverge() {
        Random random = new Random(7);
        List<double[]> odd = List.of(
                new double[] {5},
                new double[] {1, 2},
                new double[] {3, 1, 4, 1, 5},
                new double[40],
                values(40, _ -> 7),
                values(90, i -> i % 11 == 0 ? 5 : 0),
                values(60, i -> 1e9 + i),
                values(60, _ -> random.nextGaussian()));
        for (double[] values : odd) {
            AdditiveModel model = fit(values, AdditiveOptions.DEFAULTS);
            assertThat(model.converged()).as("series of %s", values.length).isTrue();
            assertThat(model.forecast(days(values.length + 30))).doesNotContain(Double.NaN);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> fit(new double[] {Double.NaN}, AdditiveOptions.DEFAULTS));
    }

    @Test
    void simulatedIntervalsAreSeededAndWidenWhereTheTrendChanged() {
        Random random = new Random(8);
        AdditiveModel model =
                fit(values(300, i -> 50 + 0.3 * Math.abs(i - 120) + random.nextGaussian()), AdditiveOptions.DEFAULTS);
        double[] ahead = Arrays.copyOfRange(days(500), 300, 500);
        double[][] once = new TrendSimulation(model, 500, 3).quantiles(ahead, 0.1, 0.9);

        assertThat(new TrendSimulation(model, 500, 3).quantiles(ahead, 0.1, 0.9))
                .isDeepEqualTo(once);
        assertThat(once[1][199] - once[0][199]).isGreaterThan(2 * (once[1][0] - once[0][0]));
        // Nothing but noise at first: 2 x 1.2816 standard deviations.
        assertThat(once[1][0] - once[0][0]).isCloseTo(2 * 1.2816, within(0.5));
    }
}
