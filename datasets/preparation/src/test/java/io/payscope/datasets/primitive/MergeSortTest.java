package io.payscope.datasets.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MergeSortTest {

    @Test
    void sortsLikeTheLibraryAndKeepsTheOrderOfEquals() {
        SplittableRandom random = new SplittableRandom(3);
        for (int size = 0; size < 300; size++) {
            int[] values = random.ints(size, 0, 1_000).toArray();
            Integer[] expected = Arrays.stream(values).boxed().toArray(Integer[]::new);
            Arrays.sort(expected, Comparator.comparingInt(value -> value / 10));

            int[] sorted = MergeSort.sorted(values, (a, b) -> Integer.compare(a / 10, b / 10));

            assertThat(sorted).containsExactly(expected);
        }
    }
}
