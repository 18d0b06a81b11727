package io.payscope.learning.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.learning.forecast.model.Candidate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    /** A run in which nothing came and each candidate forecast its error. */
    private static OriginRun run(int at, Map<Candidate, Double> errors) {
        Map<Candidate, double[]> forecasts = new EnumMap<>(Candidate.class);
        errors.forEach((candidate, error) -> forecasts.put(candidate, new double[] {error}));
        return new OriginRun(at, 1, 1, new double[1], forecasts, true);
    }

    private static OriginRun run(int at, double naive, double smoothing, double median) {
        return run(
                at,
                Map.of(
                        Candidate.SEASONAL_NAIVE, naive,
                        Candidate.SMOOTHING, smoothing,
                        Candidate.ENSEMBLE_MEDIAN, median));
    }

    @Test
    void theMedianStandsUnlessAnotherIsClearlyBetter() {
        assertThat(Choice.of(List.of(run(1, 2, 0.8, 1), run(2, 2, 1.1, 1), run(3, 2, 0.9, 0.95))))
                .isEqualTo(Candidate.ENSEMBLE_MEDIAN);
        assertThat(Choice.of(List.of(run(1, 2, 0.5, 1), run(2, 2, 0.6, 1), run(3, 2, 0.4, 0.95))))
                .isEqualTo(Candidate.SMOOTHING);
    }

    @Test
    void whatIsBetterOfLateIsPreferred() {
        List<OriginRun> runs = IntStream.range(0, 20)
                .mapToObj(i -> run(i, 3, i < 10 ? 0.5 : 1.5 + i % 2 * 0.01, i < 10 ? 1 : 1.0))
                .toList();

        assertThat(Choice.means(runs).get(Candidate.SMOOTHING)).isCloseTo(1.0, within(0.01));
        assertThat(Choice.of(runs)).isEqualTo(Candidate.ENSEMBLE_MEDIAN);
        assertThat(Choice.of(runs.subList(0, 10))).isEqualTo(Candidate.SMOOTHING);
    }

    @Test
    void theFloorHolds() {
        assertThat(Choice.of(List.of(run(1, 0.9, 1.2, 1), run(2, 0.9, 1.3, 1)))).isEqualTo(Candidate.SEASONAL_NAIVE);
        Random random = new Random(1);
        for (int trial = 0; trial < 500; trial++) {
            List<OriginRun> runs = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(i -> run(i, random.nextDouble(), random.nextDouble(), random.nextDouble()))
                    .toList();
            Map<Candidate, Double> means = Choice.means(runs);
            assertThat(means.get(Choice.of(runs))).isLessThanOrEqualTo(means.get(Candidate.SEASONAL_NAIVE));
        }
    }

    @Test
    void whatWasNotFittedEverywhereIsNotChosen() {
        List<OriginRun> runs = List.of(
                run(1, Map.of(Candidate.SEASONAL_NAIVE, 1.0)),
                run(2, Map.of(Candidate.SEASONAL_NAIVE, 1.0, Candidate.BOOSTED, 0.1)));

        assertThat(Choice.means(runs)).containsOnlyKeys(Candidate.SEASONAL_NAIVE);
        assertThat(Choice.of(runs)).isEqualTo(Candidate.SEASONAL_NAIVE);
        assertThat(Choice.of(List.of())).isEqualTo(Candidate.SEASONAL_NAIVE);
    }
}
