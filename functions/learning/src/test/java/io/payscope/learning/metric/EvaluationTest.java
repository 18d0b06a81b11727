package io.payscope.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final int ROWS = 3_000;
    private final double[] scores = new double[ROWS];
    private final boolean[] labels = new boolean[ROWS];
    private final int[] alone = new int[ROWS];

    EvaluationTest() {
        Random random = new Random(12);
        Arrays.fill(alone, -1);
        for (int i = 0; i < ROWS; i++) {
            labels[i] = random.nextInt(20) == 0;
            scores[i] = Math.round(100 * random.nextDouble() * (labels[i] ? 1 : 0.5)) / 100.0;
        }
    }

    @Test
    void unweightedMetricsEqualThoseOfTheRanking() {
        Map<String, Double> metrics = new Evaluation(scores, labels, alone, 0.4, 1, 1).metrics();
        Ranking ranking = new Ranking(scores, labels);
        Confusion confusion = Confusion.at(scores, labels, 0.4);

        assertThat(metrics.get("averagePrecision")).isCloseTo(ranking.averagePrecision(), within(1e-12));
        assertThat(metrics.get("rocAuc")).isCloseTo(ranking.rocAuc(), within(1e-12));
        assertThat(metrics.get("precision")).isCloseTo(confusion.precision(), within(1e-12));
        assertThat(metrics.get("recall")).isCloseTo(confusion.recall(), within(1e-12));
        assertThat(metrics.get("f1")).isCloseTo(confusion.f1(), within(1e-12));
        assertThat(metrics.get("brier")).isCloseTo(Probabilities.brier(scores, labels), within(1e-12));
    }

    @Test
    void aWeightCountsAsThatManyRows() {
        double[] twice = new double[2 * ROWS];
        boolean[] twiceLabels = new boolean[2 * ROWS];
        int size = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int copy = 0; copy < (labels[i] ? 1 : 2); copy++) {
                twice[size] = scores[i];
                twiceLabels[size++] = labels[i];
            }
        }
        int[] none = new int[size];
        Arrays.fill(none, -1);
        Map<String, Double> copied =
                new Evaluation(Arrays.copyOf(twice, size), Arrays.copyOf(twiceLabels, size), none, 0.4, 1, 1).metrics();
        Map<String, Double> weighted = new Evaluation(scores, labels, alone, 0.4, 1, 2).metrics();

        for (String name : new String[] {"averagePrecision", "rocAuc", "precision", "recallAt1PercentFpr", "brier"}) {
            assertThat(weighted.get(name)).as(name).isCloseTo(copied.get(name), within(1e-12));
        }
    }

    @Test
    void intervalsHoldTheMetricAndComeBackTheSame() {
        Evaluation evaluation = new Evaluation(scores, labels, alone, 0.4, 1, 1);
        Map<String, Double> intervals = evaluation.intervals(7);
        double found = evaluation.metrics().get("averagePrecision");

        assertThat(intervals.get("averagePrecisionLow")).isLessThan(found);
        assertThat(intervals.get("averagePrecisionHigh")).isGreaterThan(found);
        assertThat(evaluation.intervals(7)).isEqualTo(intervals);
        assertThat(evaluation.intervals(8)).isNotEqualTo(intervals);
    }

    @Test
    void rowsOfOneCardWidenTheInterval() {
        int copies = 15;
        double[] alike = new double[ROWS];
        boolean[] alikeLabels = new boolean[ROWS];
        int[] cards = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            cards[i] = i / copies;
            alike[i] = scores[i / copies];
            alikeLabels[i] = labels[i / copies];
        }
        Map<String, Double> byRow = new Evaluation(alike, alikeLabels, alone, 0.4, 1, 1).intervals(7);
        Map<String, Double> byCard = new Evaluation(alike, alikeLabels, cards, 0.4, 1, 1).intervals(7);

        assertThat(width(byCard)).isGreaterThan(width(byRow));
    }

    @Test
    void trueProbabilitiesAreCalibrated() {
        Random random = new Random(5);
        double[] probabilities = new double[20_000];
        boolean[] drawn = new boolean[probabilities.length];
        int[] none = new int[probabilities.length];
        Arrays.fill(none, -1);
        for (int i = 0; i < drawn.length; i++) {
            probabilities[i] = random.nextDouble();
            drawn[i] = random.nextDouble() < probabilities[i];
        }
        double[] distorted = Arrays.stream(probabilities).map(p -> p * p).toArray();

        assertThat(new Evaluation(probabilities, drawn, none, 0.5, 1, 1)
                        .metrics()
                        .get("calibrationError"))
                .isLessThan(0.02);
        assertThat(new Evaluation(distorted, drawn, none, 0.5, 1, 1).metrics().get("calibrationError"))
                .isCloseTo(1.0 / 6, within(0.02));
    }

    private static double width(Map<String, Double> intervals) {
        return intervals.get("averagePrecisionHigh") - intervals.get("averagePrecisionLow");
    }
}
