package io.payscope.loadvectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutsideTextTest {

    @Test
    void controlAndInvisibleCharactersAreGone() {
        assertThat(OutsideText.quoted("Corner\u0000\r\n \u202EBakery\u200B\u2028!"))
                .isEqualTo("\"Corner Bakery !\"");
    }

    @Test
    void quotationCannotBeEnded() {
        assertThat(OutsideText.quoted("a\" of bank 9")).isEqualTo("\"a' of bank 9\"");
    }

    @Test
    void namesAreBounded() {
        assertThat(OutsideText.quoted("x".repeat(500))).hasSize(50);
        assertThat(OutsideText.quoted("one two three four five six seven"))
                .isEqualTo("\"one two three four five six\"");
        assertThat(OutsideText.quoted("")).isEqualTo("\"\"");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNotCutInHalf() {
        assertThat(OutsideText.quoted("😀".repeat(60))).isEqualTo("\"" + "😀".repeat(48) + "\"");
    }

    @Test
    void plainIdsAreTheirOwnKeysAndOthersDiffer() {
        assertThat(OutsideText.key("M1979787155")).isEqualTo("M1979787155");
        assertThat(OutsideText.key("a b")).startsWith("a_b~").isNotEqualTo(OutsideText.key("a  b"));
        assertThat(OutsideText.key("x".repeat(100))).hasSizeLessThan(80);
    }
}
