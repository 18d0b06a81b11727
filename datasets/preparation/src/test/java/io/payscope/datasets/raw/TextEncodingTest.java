package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-16 | byte 0: expected UTF-8, found the byte order mark of UTF-16",
                "UTF-16LE | byte 1: expected UTF-8, found UTF-16 without a byte order mark",
                "UTF-16BE | byte 0: expected UTF-8, found UTF-16 without a byte order mark",
                "UTF-32 | byte 0: expected UTF-8, found UTF-16 without a byte order mark",
                "ISO-8859-1 | byte 3: expected UTF-8, found the byte 0xe9"
            })
    void otherEncodingsAreNamedWithTheirPlace(String charset, String message) {
        byte[] bytes = "caf\u00e9,b\n1,2\n".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> TextEncoding.checkBeginning("f.csv", bytes, bytes.length))
                .isInstanceOf(DataFault.class)
                .hasMessage("f.csv " + message);
    }

    @Test
    void markOfUtf16LittleEndianIsNamed() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 'a', 0};
        assertThatThrownBy(() -> TextEncoding.checkBeginning("f.csv", bytes, 4)).hasMessageContaining("UTF-16");
    }

    @Test
    void characterCutByTheEndOfWhatIsLookedAtIsNoFault() {
        byte[] bytes = ("a".repeat(511) + "\u00e9").getBytes(StandardCharsets.UTF_8);
        TextEncoding.checkBeginning("f.csv", bytes, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain text of more than eight bytes", "caf\u00e9", "\ud83d\ude00 and \u20ac", "\u007f"})
    void utf8HasNoFault(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(TextEncoding.firstFault(bytes, 0, bytes.length)).isEqualTo(-1);
        assertThat(TextEncoding.show(bytes, 0, bytes.length, 0)).isEqualTo(text);
    }

    @Test
    void loneSurrogateOverlongFormAndNulAreFaults() {
        assertThat(fault(0x61, 0xed, 0xa0, 0x80)).isEqualTo(1);
        assertThat(fault(0xc0, 0x80)).isZero();
        assertThat(fault(0xf4, 0x90, 0x80, 0x80)).isZero();
        assertThat(fault(0x61, 0x62, 0)).isEqualTo(2);
        assertThat(fault(0x61, 0xe2, 0x82)).isEqualTo(1);
        assertThat(fault('1', '2', '3', '4', '5', '6', '7', '8', '9', 0, '1')).isEqualTo(9);
    }

    @Test
    void agreesWithThePlatformOnRandomBytes() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = random.nextInt(3) == 0
                    ? "aé€😀".repeat(3).getBytes(StandardCharsets.UTF_8)
                    : new byte[random.nextInt(24)];
            if (bytes.length > 0) {
                for (int i = 0; i < bytes.length && bytes[0] == 0; i++) {
                    bytes[i] = (byte) random.nextInt(1, 256);
                }
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(1, 256);
            }
            boolean clean = TextEncoding.firstFault(bytes, 0, bytes.length) < 0;
            assertThat(clean).isEqualTo(decodes(bytes) && !hasNul(bytes));
        }
    }

    @Test
    void wrongBytesAreShownInHex() {
        byte[] bytes = "caf\u00e9s \u00fc".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TextEncoding.show(bytes, 0, bytes.length, 1000)).isEqualTo("the byte 0xe9 at 1003: caf\\xe9s \\xfc");
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int fault(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return TextEncoding.firstFault(bytes, 0, bytes.length);
    }
}
