package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.quality.CommonRule;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "160944.0, 160944",
        "-1.5, -1.5",
        "+2, 2",
        ".5, 0.5",
        "5., 5",
        "1e-05, 0.00001",
        "1E+16, 1e16",
        "12345678901234567890, 12345678901234567890",
        "0.000000000000000000000000012, 1.2e-26"
    })
    void decimalsAreRead(String text, double expected) {
        assertThat(parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1e309",
                "NaN",
                "Infinity",
                "1,234.56",
                "$-7.90",
                "\u0663",
                "(null)",
                "N/A",
                "1.2.3",
                "--1",
                "-",
                ".",
                "0x10",
                "1d",
                "1f",
                " 1",
                "1 ",
                "1e",
                "e5",
                "+-1",
                "(5)"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e-400", "0.1e-400", "9e999999999"})
    void whatADoubleCannotHoldIsRefusedByItsOwnRule(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(parse(text)).isNaN();
        assertThat(Numbers.fault(bytes, 0, bytes.length)).isEqualTo(CommonRule.NUMBER_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1,234.56", "(null)", "N/A", "\u0663", "1e", "-"})
    void whatIsNoNumberIsRefusedAsNone(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Numbers.fault(bytes, 0, bytes.length)).isEqualTo(CommonRule.NUMBER);
    }

    @Test
    void zeroOfAnySpellingIsZeroAndTheSmallestDoubleIsNot() {
        assertThat(parse("0e-400")).isZero();
        assertThat(parse("0.000e5")).isZero();
        assertThat(parse("4.9e-324")).isEqualTo(Double.MIN_VALUE);
        assertThat(parse("1".repeat(600))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.00", "-0e0"})
    void negativeZeroIsZero(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text))).isZero();
    }

    @Test
    void everyDoubleIsReadAsThePlatformReadsIt() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(-12, 12));
            String text = random.nextBoolean() ? Double.toString(value) : "%.9f".formatted(value);
            assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text) + 0.0);
        }
    }

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return Numbers.parse(bytes, 1, bytes.length - 1);
    }
}
