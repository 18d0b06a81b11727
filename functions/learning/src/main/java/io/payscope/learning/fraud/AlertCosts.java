package io.payscope.learning.fraud;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What alerts and missed frauds cost, in units of the currency. A missed fraud costs its amount, but at least the
 * review's cost, since frauds of amount 0 occur.
 *
 * @param review of one alert
 * @param budget share of the payments that can be reviewed, 0 to 1
 */
public record AlertCosts(double review, double budget) {

    /** An alert takes a person a few minutes; one payment in a hundred can be looked at. */
    public static final AlertCosts USUAL = new AlertCosts(5, 0.01);

    /**
     * The threshold with the lowest cost; the highest of several equally cheap ones.
     *
     * @param scores one a row
     * @param labels true for fraud
     * @param amounts in units of the currency
     * @param fraudWeight rows of the source that a fraud stands for
     * @param legitimateWeight rows of the source that a legitimate row stands for
     * @return one of the scores
     */
    public double cheapest(
            double[] scores, boolean[] labels, double[] amounts, double fraudWeight, double legitimateWeight) {
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .toList();
        double change = 0;
        double least = Double.POSITIVE_INFINITY;
        double threshold = Double.NaN;
        for (int at = 0; at < order.size(); at++) {
            int i = order.get(at);
            double weight = labels[i] ? fraudWeight : legitimateWeight;
            change += weight * (review - (labels[i] ? loss(amounts[i]) : 0));
            boolean blockEnds = at + 1 == order.size() || scores[order.get(at + 1)] < scores[i];
            if (blockEnds && change < least) {
                least = change;
                threshold = scores[i];
            }
        }
        return threshold;
    }

    /** @return cost of a threshold: the losses of the frauds below it, and the reviews of all rows from it on */
    public double cost(
            double threshold,
            double[] scores,
            boolean[] labels,
            double[] amounts,
            double fraudWeight,
            double legitimateWeight) {
        double cost = 0;
        for (int i = 0; i < scores.length; i++) {
            double weight = labels[i] ? fraudWeight : legitimateWeight;
            if (scores[i] >= threshold) {
                cost += weight * review;
            } else if (labels[i]) {
                cost += weight * loss(amounts[i]);
            }
        }
        return cost;
    }

    /** @return the lowest score that flags no more rows than the budget allows; if none does, the highest score */
    public double withinBudget(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int allowed = (int) (budget * sorted.length);
        int at = sorted.length - Math.max(1, allowed);
        while (at > 0 && at < sorted.length - 1 && sorted[at - 1] == sorted[at]) {
            at++;
        }
        return sorted[at];
    }

    private double loss(double amount) {
        return Math.max(Math.abs(amount), review);
    }
}
