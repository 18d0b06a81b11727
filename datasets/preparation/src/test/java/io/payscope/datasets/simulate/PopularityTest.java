package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopularityTest {

    private static final int DRAWS = 400_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5})
    void sharesFallByTheLaw(double exponent) {
        long[] counts = draw(new Popularity(1_000, exponent));

        // In the continuous form rank k has the integral of x^-s from k + 1 to k + 2.
        double expected = integral(10, exponent) / integral(100, exponent);
        assertThat(counts[9] / (double) counts[99]).isBetween(expected * 0.8, expected * 1.25);
    }

    private static double integral(int from, double exponent) {
        return exponent == 1
                ? Math.log((from + 1.0) / from)
                : (Math.pow(from + 1, 1 - exponent) - Math.pow(from, 1 - exponent)) / (1 - exponent);
    }

    @Test
    void exponentZeroGivesEvenSharesAndEveryMember() {
        long[] counts = draw(new Popularity(100, 0));

        for (long count : counts) {
            assertThat(count).isBetween(DRAWS / 100 * 9L / 10, DRAWS / 100 * 11L / 10);
        }
    }

    @Test
    void oneMemberIsAlwaysDrawn() {
        assertThat(new Popularity(1, 1).rank(0.999_999)).isZero();
    }

    private static long[] draw(Popularity popularity) {
        SplittableRandom random = new SplittableRandom(1);
        long[] counts = new long[(int) popularity.members()];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) popularity.rank(random.nextDouble())]++;
        }
        return counts;
    }
}
