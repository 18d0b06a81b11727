package io.payscope.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

    @Test
    void returnsWhatWasAppendedAcrossChunks() {
        try (FeatureTable table = new FeatureTable(3)) {
            for (int i = 0; i < 10_000; i++) {
                table.append(new double[] {i, -i, Double.NaN});
            }
            double[] row = new double[3];
            for (int i = 0; i < 10_000; i += 777) {
                table.copy(i, row);
                assertThat(row).containsExactly(i, -i, Double.NaN);
            }
            assertThat(table.rows()).isEqualTo(10_000);
        }
    }

    @Test
    void holdsFourBytesAValueAndHardlyMore() {
        try (FeatureTable table = new FeatureTable(100)) {
            double[] row = new double[100];
            for (int i = 0; i < 40_000; i++) {
                table.append(row);
            }
            long values = 40_000L * 100 * Float.BYTES;
            assertThat(table.bytes()).isBetween(values, values + 4096L * 100 * Float.BYTES);
        }
    }

    @Test
    void blocksCoverARangeInOrder() {
        try (FeatureTable table = new FeatureTable(2)) {
            for (int i = 0; i < 9_000; i++) {
                table.append(new double[] {i, 0});
            }
            List<FeatureTable.Block> blocks = table.blocks(4_000, 8_500);
            int row = 4_000;
            for (FeatureTable.Block block : blocks) {
                for (int i = 0; i < block.rows(); i++) {
                    assertThat(block.floats().getAtIndex(ValueLayout.JAVA_FLOAT, 2L * i))
                            .isEqualTo(row++);
                }
            }
            assertThat(row).isEqualTo(8_500);
            assertThat(table.blocks(5, 5)).isEmpty();
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.blocks(0, 9_001));
        }
    }
}
