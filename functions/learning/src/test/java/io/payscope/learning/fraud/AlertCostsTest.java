package io.payscope.learning.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlertCostsTest {

    private static final int ROWS = 400;
    private final double[] scores = new double[ROWS];
    private final boolean[] labels = new boolean[ROWS];
    private final double[] amounts = new double[ROWS];

    AlertCostsTest() {
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            labels[i] = random.nextInt(8) == 0;
            scores[i] = Math.round(50 * (random.nextDouble() + (labels[i] ? 0.4 : 0))) / 100.0;
            amounts[i] = random.nextInt(200);
        }
    }

    @Test
    void cheapestEqualsTryingEveryScore() {
        for (double review : new double[] {0.5, 5, 40, 300}) {
            AlertCosts costs = new AlertCosts(review, 0.01);
            double least = Double.POSITIVE_INFINITY;
            for (double score : scores) {
                least = Math.min(least, costs.cost(score, scores, labels, amounts, 2, 3));
            }
            double chosen = costs.cheapest(scores, labels, amounts, 2, 3);
            assertThat(costs.cost(chosen, scores, labels, amounts, 2, 3)).isCloseTo(least, within(1e-9));
        }
    }

    @Test
    void dearerReviewsRaiseTheThreshold() {
        double cheap = new AlertCosts(0.5, 0.01).cheapest(scores, labels, amounts, 1, 1);
        double dear = new AlertCosts(60, 0.01).cheapest(scores, labels, amounts, 1, 1);

        assertThat(dear).isGreaterThan(cheap);
    }

    @Test
    void aFraudOfAmountZeroCostsAtLeastAReview() {
        AlertCosts costs = new AlertCosts(5, 0.01);

        assertThat(costs.cost(1, new double[] {0.5}, new boolean[] {true}, new double[] {0}, 1, 1))
                .isEqualTo(5);
    }

    @Test
    void theBudgetIsKept() {
        for (double budget : new double[] {0.01, 0.1, 0.5}) {
            double threshold = new AlertCosts(5, budget).withinBudget(scores);
            long flagged =
                    Arrays.stream(scores).filter(score -> score >= threshold).count();
            long top = Arrays.stream(scores)
                    .filter(score -> score >= Arrays.stream(scores).max().orElseThrow())
                    .count();
            assertThat(flagged).isLessThanOrEqualTo(Math.max(top, (long) (budget * ROWS)));
        }
    }
}
