package io.payscope.vectors;

import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.Store;
import io.pinecone.proto.DescribeIndexStatsResponse;

/** Asks whether the vector index exists, has the right shape and answers. */
public final class VectorsProbe implements StoreProbe {

    private final VectorSettings settings;

    /** @param settings where the index is */
    public VectorsProbe(VectorSettings settings) {
        this.settings = settings;
    }

    @Override
    public Store store() {
        return Store.VECTORS;
    }

    @Override
    public String probe() {
        try (IndexConnection connection = new IndexConnection(settings, new IndexDirectory(settings))) {
            DescribeIndexStatsResponse stats = connection.call("count", index -> index.describeIndexStats());
            return "index %s, %d dimensions, %d vectors"
                    .formatted(settings.index(), stats.getDimension(), stats.getTotalVectorCount());
        }
    }
}
