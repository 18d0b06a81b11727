package io.payscope.datasets.quality;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.ManifestIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows were drawn.
 *
 * @param before labels of the valid rows
 * @param after labels of the rows kept
 * @param inclusionWeights by label, how many valid rows each kept row stands for
 * @param seed of the draw
 * @param rowsRequested the number that overrode the catalog's, or null
 */
public record SamplingSummary(
        LabelCounts before,
        LabelCounts after,
        Map<String, Double> inclusionWeights,
        long seed,
        @Nullable Long rowsRequested) {

    public SamplingSummary {
        inclusionWeights = Map.copyOf(inclusionWeights);
    }

    /** @return the sampling of a prepared dataset */
    public static SamplingSummary of(ManifestIdentity identity) {
        return new SamplingSummary(
                identity.labelsBefore(),
                identity.labelsAfter(),
                identity.inclusionWeights(),
                identity.seed(),
                identity.rowsRequested());
    }
}
