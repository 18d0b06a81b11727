package io.payscope.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

    private static final double[] P = {0.8, 0.3, 0.5};
    private static final boolean[] LABELS = {true, false, true};

    @Test
    void brierAndLogLossMatchValuesComputedByHand() {
        assertThat(Probabilities.brier(P, LABELS)).isCloseTo((0.04 + 0.09 + 0.25) / 3, within(1e-15));
        assertThat(Probabilities.logLoss(P, LABELS))
                .isCloseTo(-(Math.log(0.8) + Math.log(0.7) + Math.log(0.5)) / 3, within(1e-15));
    }

    @Test
    void certaintyThatIsWrongCostsMuchButNotInfinitelyMuch() {
        assertThat(Probabilities.logLoss(new double[] {1, 0}, new boolean[] {false, true}))
                .isBetween(34.0, 35.0);
    }

    @Test
    void thePrevalenceIsTheBestConstant() {
        boolean[] labels = {true, false, false, false};
        double[] constant = new double[4];
        Arrays.fill(constant, 0.25);
        double best = Probabilities.logLoss(constant, labels);
        for (double other : new double[] {0.2, 0.24, 0.26, 0.3}) {
            Arrays.fill(constant, other);
            assertThat(Probabilities.logLoss(constant, labels)).isGreaterThan(best);
        }
    }
}
