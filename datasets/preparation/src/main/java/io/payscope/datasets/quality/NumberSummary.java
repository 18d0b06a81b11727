package io.payscope.datasets.quality;

import java.util.List;

/**
 * The distribution of a column of numbers. Quantiles are at most 1.6 % too near to zero, see {@link NumberProfile}.
 *
 * @param minimum smallest
 * @param maximum largest
 * @param mean rounded once, from the exact sum
 * @param p1 one value in a hundred is not larger
 * @param p5 one in twenty is not larger
 * @param p25 one in four is not larger
 * @param p50 one in two is not larger
 * @param p75 three in four are not larger
 * @param p95 nineteen in twenty are not larger
 * @param p99 ninety-nine in a hundred are not larger
 * @param bars values between p1 and p99 in bars of equal width, from the smallest; one bar if the two are equal
 */
public record NumberSummary(
        double minimum,
        double maximum,
        double mean,
        double p1,
        double p5,
        double p25,
        double p50,
        double p75,
        double p95,
        double p99,
        List<Long> bars) {

    public NumberSummary {
        bars = List.copyOf(bars);
    }
}
