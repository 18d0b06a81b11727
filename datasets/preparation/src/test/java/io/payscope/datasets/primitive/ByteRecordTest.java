package io.payscope.datasets.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByteRecordTest {

    @Test
    void everyNumberComesBackBitForBit() {
        SplittableRandom random = new SplittableRandom(5);
        ByteRecord record = new ByteRecord();
        for (int round = 0; round < 200; round++) {
            double[] values = new double[random.nextInt(600)];
            Arrays.setAll(values, _ -> draw(random));
            double[] back = new double[values.length];
            record.clear();
            record.putDoubles(values);
            record.getDoubles(back);
            assertThat(back).containsExactly(values);
        }
    }

    private static double draw(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Double.NaN;
            case 3 -> random.nextInt(300);
            case 4 -> random.nextInt();
            case 5 -> random.nextLong();
            case 6 -> random.nextInt(-40_000, 40_000);
            default -> random.nextGaussian();
        };
    }

    @Test
    void missingAndSmallNumbersTakeLittleRoom() {
        ByteRecord record = new ByteRecord();
        double[] values = new double[400];
        Arrays.fill(values, 0, 200, Double.NaN);
        record.putDoubles(values);
        assertThat(record.length()).isEqualTo(202);
    }

    @Test
    void textsAndWordsComeBack() {
        ByteRecord record = new ByteRecord();
        Text text = new Text();
        text.set("häuser");
        record.putLong(-5);
        record.putText(text);
        record.putByte(200);
        assertThat(record.getLong()).isEqualTo(-5);
        text.clear();
        record.getText(text);
        assertThat(text).hasToString("häuser");
        assertThat(record.getByte()).isEqualTo(200);
    }
}
