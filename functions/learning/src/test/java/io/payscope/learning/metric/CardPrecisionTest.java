package io.payscope.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardPrecisionTest {

    @Test
    void aFoundCardIsNotCheckedAgain() {
        double[] scores = {0.9, 0.1, 0.8, 0.7, 0.95, 0.6, 0.5};
        boolean[] labels = {false, true, false, true, true, true, false};
        int[] cards = {1, 1, 2, 3, 1, 3, 4};
        int[] days = {0, 0, 0, 0, 1, 1, 1};

        // Day 0: cards 1 (its fraud scored low) and 2 are checked, 1 is found. Day 1: 3 and 4 are checked, 3 is found.
        assertThat(CardPrecision.of(scores, labels, cards, days, 2).byDay()).containsExactly(0.5, 0.5);
        assertThat(CardPrecision.of(scores, labels, cards, days, 4).mean()).isEqualTo((2 / 4.0 + 0) / 2);
    }
}
