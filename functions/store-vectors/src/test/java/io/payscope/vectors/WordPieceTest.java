package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the tokenizer of the models' authors. */
class WordPieceTest {

    private static final String VOCABULARY = "bge-small-en-v1.5-q-tokenizer.json";

    @TempDir
    private static Path cache;

    private static WordPiece ours;
    private static HuggingFaceTokenizer theirs;

    @BeforeAll
    static void load() throws IOException {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        ours = WordPiece.load(VOCABULARY);
        try (InputStream in = ModelResource.open(VOCABULARY)) {
            theirs = HuggingFaceTokenizer.newInstance(
                    in, Map.of("padding", "false", "truncation", "true", "maxLength", "512"));
        }
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Daily summary of bank 4 for Friday, 24 November 2017: 1,176 transactions amounting to 178,450.32.",
                "Zürich café naïve ÅNGSTRÖM İstanbul ΟΔΥΣΣΕΥΣ straße",
                "merchant \"fraud_Rippin, Kub and Mann\" 50€ 12%",
                "商店 收到 1000 元 かな カナ 한국어",
                "tab\tnew\nline\r\u00A0no-break\u200Bzero\u0000nul\u0007bell\uFFFDreplacement",
                "emoji 😀 and \uE000 private",
                "C1231006815->M1979787155 x_y#z@q^~`|",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftxxxxxxxxxxxxxxxxxxxxx"
            })
    void tokensAreThoseOfTheReference(String text) {
        assertThat(ours.encode(text)).isEqualTo(theirs.encode(text).getIds());
    }

    @Test
    void tokensOfRandomLatinGreekAndCyrillicTextAreThoseOfTheReference() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(60, 0x20, 0x530)
                    .map(c -> random.nextInt(3) == 0 ? ' ' : random.nextInt(5) == 0 ? 0x2000 + c % 0x100 : c)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(ours.encode(text)).as(text).isEqualTo(theirs.encode(text).getIds());
        }
    }

    @Test
    void longTextIsCutToWhatTheModelsCanPlace() {
        String text = "payments unquestionably ".repeat(400);

        assertThat(ours.encode(text)).hasSize(512).isEqualTo(theirs.encode(text).getIds());
    }

    @Test
    void namesOfSpecialTokensArePlainText() {
        long end = ours.encode("")[1];

        assertThat(ours.encode("pay [SEP] pay")).containsOnlyOnce(end);
    }
}
