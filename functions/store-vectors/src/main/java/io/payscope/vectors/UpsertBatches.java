package io.payscope.vectors;

import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.ArrayList;
import java.util.List;

/** Cuts vectors into requests that the index accepts: at most 100 vectors and 2 MB each. */
final class UpsertBatches {

    private static final int MOST_VECTORS = 100;
    private static final int MOST_BYTES = 2_000_000;
    /** Tags and lengths of a vector's fields, generously. */
    private static final int OVERHEAD = 64;

    private UpsertBatches() {}

    static List<List<VectorWithUnsignedIndices>> of(List<VectorWithUnsignedIndices> vectors) {
        List<List<VectorWithUnsignedIndices>> batches = new ArrayList<>();
        List<VectorWithUnsignedIndices> batch = new ArrayList<>();
        int bytes = 0;
        for (VectorWithUnsignedIndices vector : vectors) {
            int size = size(vector);
            if (!batch.isEmpty() && (batch.size() == MOST_VECTORS || bytes + size > MOST_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(vector);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static int size(VectorWithUnsignedIndices vector) {
        return OVERHEAD
                + 3 * vector.getId().length()
                + Float.BYTES * vector.getValuesList().size()
                + vector.getMetadata().getSerializedSize();
    }
}
