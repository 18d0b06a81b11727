package io.payscope.learning.forecast.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.learning.forecast.SharedSeries;
import io.payscope.learning.forecast.SharedSeries.Observations;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The figures of Prophet's own documentation for the Peyton Manning series, from its defaults. */
class PublishedFiguresTest {

    private static final String PEYTON = "example_wp_log_peyton_manning.csv";
    private static final double[] FORECAST = {8.212625, 8.537635, 8.325071, 8.157723, 8.169677};
    private static final double[] LOWER = {7.456310, 7.842986, 7.600879, 7.512052, 7.412473};
    private static final double[] UPPER = {8.959726, 9.290934, 9.072006, 8.924022, 8.946977};

    private static Observations peyton() {
        Optional<Observations> found = SharedSeries.find(PEYTON, "comparison with Prophet's published figures");
        assumeTrue(found.isPresent(), "no shared data");
        return found.orElseThrow();
    }

    @Test
    void quickStartForecastAndIntervalsAreProphets() {
        Observations peyton = peyton();
        AdditiveModel model = AdditiveFit.of(peyton.days(), peyton.values(), AdditiveOptions.DEFAULTS);
        double last = peyton.days()[peyton.days().length - 1];
        double[] year = new double[365];
        Arrays.setAll(year, i -> last + 1 + i);
        double[] forecast = model.forecast(year);
        double[][] interval = new TrendSimulation(model, 1000, 1).quantiles(year, 0.1, 0.9);

        assertThat(model.converged()).isTrue();
        assertThat(LocalDate.ofEpochDay((long) year[360])).isEqualTo(LocalDate.of(2017, 1, 15));
        for (int i = 0; i < 5; i++) {
            assertThat(forecast[360 + i]).isCloseTo(FORECAST[i], within(0.03));
            double width = interval[1][360 + i] - interval[0][360 + i];
            double published = UPPER[i] - LOWER[i];
            assertThat(width / published).isBetween(0.9, 1.1);
        }
    }

    @Test
    void crossValidationIsProphetsAndEveryFoldConverges() {
        Observations peyton = peyton();
        double last = peyton.days()[peyton.days().length - 1];
        double[] squares = new double[366];
        int[] counts = new int[366];
        int folds = 0;
        int unconverged = 0;
        for (double cutoff = last - 365; cutoff >= peyton.days()[0] + 730; cutoff -= 180) {
            double until = cutoff;
            int known = (int)
                    Arrays.stream(peyton.days()).filter(day -> day <= until).count();
            AdditiveModel model = AdditiveFit.of(
                    Arrays.copyOf(peyton.days(), known),
                    Arrays.copyOf(peyton.values(), known),
                    AdditiveOptions.DEFAULTS);
            folds++;
            unconverged += model.converged() ? 0 : 1;
            double[] days = Arrays.stream(peyton.days())
                    .filter(day -> day > until && day <= until + 365)
                    .toArray();
            double[] forecast = model.forecast(days);
            for (int i = 0; i < days.length; i++) {
                int horizon = (int) (days[i] - cutoff);
                double error = peyton.values()[known + i] - forecast[i];
                squares[horizon] += error * error;
                counts[horizon]++;
            }
        }

        assertThat(folds).isEqualTo(11);
        assertThat(unconverged).isZero();
        assertThat(rollingError(squares, counts)).isBetween(0.68, 0.72);
    }

    /** Root mean square error at 37 days as Prophet rolls it: over the latest tenth of all errors up to that horizon. */
    private static double rollingError(double[] squares, int[] counts) {
        double window = Math.floor(0.1 * Arrays.stream(counts).sum());
        double sum = 0;
        double count = 0;
        for (int horizon = 37; horizon > 0 && count < window; horizon--) {
            double share = Math.min(1, (window - count) / counts[horizon]);
            sum += share * squares[horizon];
            count += share * counts[horizon];
        }
        return Math.sqrt(sum / count);
    }
}
