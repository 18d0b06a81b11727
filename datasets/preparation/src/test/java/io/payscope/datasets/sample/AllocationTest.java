package io.payscope.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void sharesAreWithinOneRowOfTheirRatio() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 2_000; round++) {
            long[] sizes = {random.nextInt(50), random.nextInt(100_000), random.nextInt(3)};
            long total = Arrays.stream(sizes).sum();
            long rows = 3 + random.nextInt(50_000);
            long[] shares = Allocation.of(rows, sizes);

            assertThat(Arrays.stream(shares).sum()).isEqualTo(Math.min(rows, total));
            for (int i = 0; i < sizes.length; i++) {
                assertThat(shares[i]).isLessThanOrEqualTo(sizes[i]);
                assertThat(shares[i] > 0).isEqualTo(sizes[i] > 0);
                if (total > rows) {
                    assertThat(Math.abs(shares[i] - (double) rows * sizes[i] / total))
                            .isLessThan(2);
                }
            }
        }
    }

    @Test
    void onlyFraudAmongManyIsKept() {
        assertThat(Allocation.of(100, new long[] {1, 1_000_000, 0})).containsExactly(1, 99, 0);
    }
}
