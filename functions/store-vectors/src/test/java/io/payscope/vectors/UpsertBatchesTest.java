package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.port.Document;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpsertBatchesTest {

    @Test
    void aBatchHasAtMostAHundredVectors() {
        List<VectorWithUnsignedIndices> vectors = vectors(250, 10);

        assertThat(UpsertBatches.of(vectors)).extracting(Collection::size).containsExactly(100, 100, 50);
        assertThat(UpsertBatches.of(vectors).stream().flatMap(Collection::stream))
                .containsExactlyElementsOf(vectors);
        assertThat(UpsertBatches.of(List.of())).isEmpty();
    }

    @Test
    void aBatchHasAtMostTwoMegabytes() {
        List<VectorWithUnsignedIndices> vectors = vectors(100, 40_000);

        assertThat(UpsertBatches.of(vectors)).hasSizeBetween(3, 4).allSatisfy(batch -> assertThat(batch.stream()
                        .mapToLong(vector -> vector.getMetadata().getSerializedSize())
                        .sum())
                .isLessThanOrEqualTo(2_000_000));
    }

    private static List<VectorWithUnsignedIndices> vectors(int count, int textLength) {
        return IntStream.range(0, count)
                .mapToObj(i -> StoredDocument.of(new Document("id" + i, "note", "x".repeat(textLength), Map.of()))
                        .vector(new float[768]))
                .toList();
    }
}
