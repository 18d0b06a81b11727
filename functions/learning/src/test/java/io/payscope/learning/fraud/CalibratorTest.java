package io.payscope.learning.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    private static final int ROWS = 50_000;
    private final double[] overconfident = new double[ROWS];
    private final boolean[] labels = new boolean[ROWS];

    CalibratorTest() {
        Random random = new Random(8);
        for (int i = 0; i < ROWS; i++) {
            double logOdds = -3 + 1.5 * random.nextGaussian();
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            overconfident[i] = 1 / (1 + Math.exp(-2 * logOdds - 1));
        }
    }

    @Test
    void findsTheDistortion() {
        Platt calibrator = Platt.fit(overconfident, labels);

        assertThat(calibrator.slope()).isCloseTo(0.5, within(0.03));
        assertThat(calibrator.intercept()).isCloseTo(-0.5, within(0.06));
    }

    @Test
    void keepsTheOrderAndTheRange() {
        Platt calibrator = Platt.fit(overconfident, labels);
        double last = -1;
        for (int i = 0; i <= 1000; i++) {
            double now = calibrator.apply(i / 1000.0);
            assertThat(now).isBetween(0.0, 1.0).isGreaterThan(last);
            last = now;
        }
    }

    @Test
    void readsBackBitForBit() {
        Platt calibrator = Platt.fit(overconfident, labels);

        assertThat(Calibrator.from(calibrator.asMap())).isEqualTo(calibrator);
    }

    @Test
    void undersamplingIsCorrectedByTheWeights() {
        // Nine of ten legitimate rows are left out; each of the others stands for ten.
        Random random = new Random(9);
        int kept = 0;
        double[] sampled = new double[ROWS];
        boolean[] known = new boolean[ROWS];
        double frauds = 0;
        for (int i = 0; i < ROWS; i++) {
            frauds += labels[i] ? 1 : 0;
            if (labels[i] || random.nextInt(10) == 0) {
                sampled[kept] = overconfident[i];
                known[kept++] = labels[i];
            }
        }
        Calibrator calibrator = Platt.fit(Arrays.copyOf(sampled, kept), Arrays.copyOf(known, kept))
                .shifted(new ClassWeights(1, 10).logOddsShift());
        double sum = 0;
        for (double score : overconfident) {
            sum += calibrator.apply(score);
        }

        assertThat(sum / ROWS).isCloseTo(frauds / ROWS, within(0.1 * frauds / ROWS));
    }
}
