package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void meanIsTheOneOfExactArithmetic() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            ExactSum sum = new ExactSum();
            BigDecimal exact = BigDecimal.ZERO;
            int count = 1 + random.nextInt(5_000);
            for (int i = 0; i < count; i++) {
                double value = random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
                sum.add(value);
                exact = exact.add(new BigDecimal(value));
            }
            assertThat(sum.mean(count))
                    .isEqualTo(exact.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                            .doubleValue());
        }
    }

    @Test
    void extremesAndCancellationLoseNothing() {
        ExactSum sum = new ExactSum();
        double[] values = {1e308, 1e-300, -1e308, Double.MIN_VALUE, 3, -1e-300, Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double value : values) {
            sum.add(value);
        }
        assertThat(sum.mean(1)).isEqualTo(3);

        ExactSum least = new ExactSum();
        least.add(Double.MIN_VALUE);
        assertThat(least.mean(1)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void manyLargeValuesDoNotOverflowADigit() {
        ExactSum sum = new ExactSum();
        double value = Math.scalb(Math.nextDown(2.0), 30);
        for (int i = 0; i < 100_000; i++) {
            sum.add(-value);
        }
        assertThat(sum.mean(100_000)).isEqualTo(-value);
    }
}
