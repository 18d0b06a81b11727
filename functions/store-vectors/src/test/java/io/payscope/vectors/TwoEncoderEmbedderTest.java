package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoEncoderEmbedderTest {

    private static final TwoEncoderEmbedder EMBEDDER = new TwoEncoderEmbedder(2);
    private static final String TEXT = "Merchant \"M1979787155\" received 1,234 payments amounting to 99,999.00.";

    @TempDir
    private static Path directory;

    @AfterAll
    static void release() {
        EMBEDDER.close();
    }

    @Test
    void vectorsHaveUnitLength() {
        assertThat(EMBEDDER.dimension()).isEqualTo(768);
        for (float[] vector : EMBEDDER.embed(List.of(TEXT, "", "fraud"))) {
            assertThat(vector).hasSize(768);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void eachHalfIsTheReferenceVectorOfItsModel() throws IOException {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", directory.toString());
        float[] vector = EMBEDDER.embed(List.of(TEXT)).getFirst();

        float[] miniLm = reference("all-minilm-l6-v2-q", PoolingMode.MEAN);
        float[] bge = reference("bge-small-en-v1.5-q", PoolingMode.CLS);

        for (int i = 0; i < 384; i++) {
            assertThat(vector[i] * Math.sqrt(2)).isCloseTo(miniLm[i], within(1e-5));
            assertThat(vector[384 + i] * Math.sqrt(2)).isCloseTo(bge[i], within(1e-5));
        }
    }

    @Test
    void vectorDoesNotDependOnNeighboursOrOrder() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            texts.add("transaction ".repeat(i + 1) + i);
        }
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(3));

        List<float[]> vectors = EMBEDDER.embed(texts);
        List<float[]> shuffledVectors = EMBEDDER.embed(shuffled);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(shuffledVectors.get(shuffled.indexOf(texts.get(i)))).isEqualTo(vectors.get(i));
        }
    }

    @Test
    void paraphraseIsNearerThanAnotherSubject() {
        List<float[]> vectors = EMBEDDER.embed(List.of(
                "Which shop got the most payments?",
                "The merchant that received the largest number of transactions.",
                "The weather in the mountains was cold."));

        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.2);
    }

    @Test
    void modelsComeBackAfterTheyWereReleased() {
        float[] before = EMBEDDER.embed(List.of(TEXT)).getFirst();

        EMBEDDER.close();
        EMBEDDER.close();

        assertThat(EMBEDDER.embed(List.of(TEXT)).getFirst()).isEqualTo(before);
    }

    @Test
    void noTextsGiveNoVectors() {
        assertThat(EMBEDDER.embed(List.of())).isEmpty();
    }

    private static float[] reference(String name, PoolingMode pooling) throws IOException {
        Path model = directory.resolve(name + ".onnx");
        Path tokenizer = directory.resolve(name + ".json");
        unpack(name + ".onnx", model);
        unpack(name + "-tokenizer.json", tokenizer);
        return new OnnxEmbeddingModel(model, tokenizer, pooling)
                .embed(TEXT)
                .content()
                .vector();
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream in = ModelResource.open(resource)) {
            Files.copy(in, file);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }
}
