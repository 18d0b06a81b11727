package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "-1-1", "-1.2.3", "=", "-"})
    void formulasGetAnApostrophe(String value) {
        assertThat(SafeText.csv(value)).startsWith("'").doesNotContain("\t", "\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7.90", "+3", "-1e-5", "-.5", "12", "", "a=b", "1-1"})
    void numbersAndPlainTextsStayWhatTheyAre(String value) {
        assertThat(SafeText.csv(value)).isEqualTo(value);
    }

    @Test
    void cellStaysOnOneLineAndInOneField() {
        assertThat(SafeText.csv("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\" c\"");
    }

    @Test
    void htmlIsEscapedAndDirectionMarksShow() {
        assertThat(SafeText.html("<script>alert('x') & \"y\"</script>"))
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;");
        assertThat(SafeText.html("a\u202eb\0c\ud800")).isEqualTo("a\ufffdb\ufffdc\ufffd");
        assertThat(SafeText.html("-7.90")).isEqualTo("-7.90");
    }

    @Test
    void cutsKeepCharactersWhole() {
        assertThat(SafeText.cut("ab\ud83d\ude00", 3)).isEqualTo("ab");
        assertThat(SafeText.cut(new byte[] {'a', (byte) 0xc3, (byte) 0xa9}, 0, 3, 2))
                .isEqualTo("a");
        assertThat(SafeText.cut("abc", 3)).isEqualTo("abc");
    }
}
