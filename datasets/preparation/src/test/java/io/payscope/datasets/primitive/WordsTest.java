package io.payscope.datasets.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void lastBytesOfATextAreOneNumber() {
        byte[] bytes = "ab0123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Words.last(bytes, 0, 2)).isEqualTo(0x6162);
        assertThat(Words.last(bytes, 9, 12)).isEqualTo(0x373839);
        assertThat(Words.last(bytes, 3, 3)).isZero();
        assertThat(Words.last(bytes, 2, 12)).isEqualTo(0x3233343536373839L);
    }

    @Test
    void printableTextsAreTold() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 30)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(12) == 0 ? random.nextInt(256) : random.nextInt(0x20, 0x7f));
            }
            int from = random.nextInt(bytes.length);
            boolean expected = true;
            for (int i = from; i < bytes.length; i++) {
                expected &= bytes[i] >= 0x20 && bytes[i] < 0x7f;
            }
            assertThat(Words.isPrintable(bytes, from, bytes.length))
                    .as("%s from %s", bytes, from)
                    .isEqualTo(expected);
        }
    }
}
