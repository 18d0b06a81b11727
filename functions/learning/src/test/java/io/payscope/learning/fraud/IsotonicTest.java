package io.payscope.learning.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.learning.metric.Probabilities;
import io.payscope.learning.metric.Ranking;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsotonicTest {

    private static final int ROWS = 20_000;
    private final double[] scores = new double[ROWS];
    private final double[] fresh = new double[ROWS];
    private final boolean[] labels = new boolean[ROWS];
    private final boolean[] freshLabels = new boolean[ROWS];

    /** The truth has a step that no logistic function follows. */
    IsotonicTest() {
        Random random = new Random(5);
        for (int i = 0; i < ROWS; i++) {
            scores[i] = random.nextDouble();
            labels[i] = random.nextDouble() < truth(scores[i]);
            fresh[i] = random.nextDouble();
            freshLabels[i] = random.nextDouble() < truth(fresh[i]);
        }
    }

    private static double truth(double score) {
        return score < 0.7 ? 0.02 + 0.01 * score : 0.5 + 0.1 * score;
    }

    @Test
    void poolsAdjacentViolators() {
        Isotonic fitted = Isotonic.fit(
                new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, new boolean[] {false, true, false, true, true, true});

        assertThat(fitted.scores()).hasSize(3);
        assertThat(fitted.scores().get(1)).isCloseTo(0.25, within(1e-12));
        assertThat(fitted.probabilities()).containsExactly(0.25, 0.5, 0.875);
    }

    @Test
    void isChosenWhereNoLogisticFunctionFitsAndIsTruerOnFreshRows() {
        Calibrator chosen = CalibratorChoice.of(scores, labels, 1);
        Calibrator platt = Platt.fit(scores, labels);

        assertThat(chosen).isInstanceOf(Isotonic.class);
        assertThat(Probabilities.logLoss(Arrays.stream(fresh).map(chosen::apply).toArray(), freshLabels))
                .isLessThan(Probabilities.logLoss(
                        Arrays.stream(fresh).map(platt::apply).toArray(), freshLabels));
        assertThat(CalibratorChoice.of(scores, labels, 1)).isEqualTo(chosen);
    }

    @Test
    void plattStaysWhereItIsTrueOrFraudsAreFew() {
        Random random = new Random(6);
        for (int i = 0; i < ROWS; i++) {
            double margin = -3 + random.nextGaussian();
            scores[i] = 1 / (1 + Math.exp(-2 * margin));
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-margin));
        }

        assertThat(CalibratorChoice.of(scores, labels, 1)).isInstanceOf(Platt.class);
        assertThat(CalibratorChoice.of(Arrays.copyOf(fresh, 200), Arrays.copyOf(freshLabels, 200), 1))
                .isInstanceOf(Platt.class);
        assertThat(CalibratorChoice.of(new double[] {0.1, 0.9}, new boolean[] {false, true}, 1))
                .isEqualTo(Platt.NONE);
    }

    @Test
    void keepsTheOrderAndTheRange() {
        Calibrator calibrator = Isotonic.fit(scores, labels).shifted(-1);
        double last = -1;
        for (int i = 0; i <= 10_000; i++) {
            double now = calibrator.apply(i / 10_000.0);
            assertThat(now).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }

    @Test
    void averagePrecisionStays() {
        Calibrator calibrator = Isotonic.fit(scores, labels);
        double before = new Ranking(fresh, freshLabels).averagePrecision();
        double after =
                new Ranking(Arrays.stream(fresh).map(calibrator::apply).toArray(), freshLabels).averagePrecision();

        assertThat(after).isCloseTo(before, within(0.002));
    }

    /** Ten honest rows below all others: what is added to their share must not be added to everybody's. */
    @Test
    void fewRowsAtTheBottomLiftNobodyAbove() {
        double[] segments = new double[2_110];
        boolean[] frauds = new boolean[segments.length];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = i / (double) segments.length;
            frauds[i] = i >= 10 && (i < 1_010 ? i % 50 == 0 : i < 2_010 ? i % 28 == 0 : i % 5 < 3);
        }
        Isotonic fitted = Isotonic.fit(segments, frauds);
        double[] calibrated = Arrays.stream(segments).map(fitted::apply).toArray();
        long truth = IntStream.range(10, 1_010).filter(i -> frauds[i]).count();

        assertThat(fitted.probabilities()).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(calibrated, 10, 1_010).sum()).isCloseTo(truth, within(0.25 * truth));
        assertThat(new Ranking(calibrated, frauds).averagePrecision())
                .isCloseTo(new Ranking(segments, frauds).averagePrecision(), within(1e-9));
    }

    @Test
    void readsBackBitForBit() {
        Calibrator calibrator = Isotonic.fit(scores, labels).shifted(0.3);

        assertThat(Calibrator.from(calibrator.asMap())).isEqualTo(calibrator);
    }
}
