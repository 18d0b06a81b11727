package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.Document;
import io.payscope.core.port.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorErasureTest {

    private static final BankId OURS = new BankId(1);
    private static final BankId THEIRS = new BankId(2);

    @Test
    void aNamespaceIsEmptiedNoOtherIsTouchedAndItCanBeFilledAnew(@TempDir Path folder) throws IOException {
        try (LocalIndex server = new LocalIndex(folder)) {
            VectorSettings settings = server.settings("erasure");
            new VectorMigration(settings).migrate();
            List<Document> documents = IntStream.range(0, 150)
                    .mapToObj(i -> new Document("d" + i, "day", "text " + i, Map.of()))
                    .toList();
            try (PineconeVectorStore store = new PineconeVectorStore(settings, new Flat());
                    VectorErasure erasure = new VectorErasure(settings)) {
                store.replaceAll(OURS, documents);
                store.replaceAll(THEIRS, documents);

                assertThat(erasure.erase(OURS)).isEqualTo(150);
                assertThat(store.count(OURS)).isZero();
                assertThat(store.count(THEIRS)).isEqualTo(150);
                assertThat(erasure.erase(OURS)).isZero();

                store.replaceAll(OURS, documents);
                assertThat(store.count(OURS)).isEqualTo(150);
            }
        }
    }

    /** What a vector says does not matter here. */
    private static final class Flat implements Embedder {

        @Override
        public int dimension() {
            return 768;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(text -> unit(text.length())).toList();
        }

        private static float[] unit(int at) {
            float[] vector = new float[768];
            vector[at] = 1;
            return vector;
        }
    }
}
