package io.payscope.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Test
    void countsAndRatiosMatchValuesComputedByHand() {
        Confusion confusion = Confusion.at(
                new double[] {0.9, 0.8, 0.5, 0.5, 0.1}, new boolean[] {true, false, true, false, true}, 0.5);

        assertThat(confusion).isEqualTo(new Confusion(2, 2, 0, 1));
        assertThat(confusion.precision()).isEqualTo(0.5);
        assertThat(confusion.recall()).isEqualTo(2 / 3.0);
        assertThat(confusion.f1()).isEqualTo(4 / 7.0);
    }

    @Test
    void nothingFlaggedGivesZeros() {
        Confusion confusion = Confusion.at(new double[] {0.1, 0.2}, new boolean[] {true, false}, 0.5);

        assertThat(confusion).isEqualTo(new Confusion(0, 0, 1, 1));
        assertThat(confusion.precision()).isZero();
        assertThat(confusion.recall()).isZero();
        assertThat(confusion.f1()).isZero();
    }
}
