package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.catalog.NumberForm;
import io.payscope.datasets.quality.CommonRule;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleNumbersTest {

    private static final NumberForm ENGLISH = new NumberForm(",", ".", "$", true);
    private static final NumberForm GERMAN = new NumberForm(".", ",", "\u20ac", false);
    private static final NumberForm FRENCH = new NumberForm("\u202f", ",", null, false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56 | 1234.56",
                "1,234,567 | 1234567",
                "1234.5 | 1234.5",
                "$-7.90 | -7.9",
                "-$7.90 | -7.9",
                "$ 7 | 7",
                "7 $ | 7",
                "(1,234.50) | -1234.5",
                "($5) | -5",
                "+3 | 3",
                ".5 | 0.5",
                "-0 | 0",
                "(0.00) | 0"
            })
    void declaredFormIsRead(String text, double expected) {
        assertThat(parse(ENGLISH, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,34",
                "1,23,456",
                ",123",
                "1234,567",
                "1,234.",
                "1.234,5",
                "(-5)",
                "(5",
                "5)",
                "()",
                "$",
                "$$5",
                "1e5",
                "\u20ac5",
                "1,234.5,6",
                "--5",
                "-$-5",
                "NaN",
                "1 234",
                "\u0663"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(parse(ENGLISH, text)).isNaN();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new LocaleNumbers(ENGLISH).fault(bytes, 0, bytes.length)).isEqualTo(CommonRule.NUMBER);
    }

    @Test
    void parenthesesAndCurrencyNeedTheirDeclaration() {
        assertThat(parse(GERMAN, "(5)")).isNaN();
        assertThat(parse(FRENCH, "5 \u20ac")).isNaN();
        assertThat(parse(GERMAN, "1.234,5\u00a0\u20ac")).isEqualTo(1234.5);
        assertThat(parse(FRENCH, "1\u202f234,5")).isEqualTo(1234.5);
        assertThat(parse(GERMAN, "1.234")).isEqualTo(1234);
        assertThat(parse(GERMAN, "1.23")).isNaN();
    }

    @Test
    void whatALocaleWritesIsReadBack() {
        SplittableRandom random = new SplittableRandom(4);
        DecimalFormat english = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        DecimalFormat german = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.GERMAN));
        for (int i = 0; i < 10_000; i++) {
            double value = Math.rint(random.nextGaussian() * Math.pow(10, random.nextInt(12))) / 100;
            assertThat(parse(ENGLISH, english.format(value))).isEqualTo(value + 0.0);
            assertThat(parse(GERMAN, german.format(value))).isEqualTo(value + 0.0);
        }
    }

    private static double parse(NumberForm form, String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return new LocaleNumbers(form).parse(bytes, 1, bytes.length - 1);
    }
}
