package io.payscope.core.manifest;

import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hashed half of a manifest.
 *
 * @param schemaVersion version of the canonical form, {@value #SCHEMA_VERSION}
 * @param bankId the bank
 * @param source the raw source
 * @param parents sha256 of what this was made from: raw files or the manifests of other datasets
 * @param contentSha256 of the uncompressed canonical bytes of all parts, in part order
 * @param rowsRead rows of the raw source
 * @param rowsKept rows in the parts
 * @param rejectedByRule rows refused, by rule id
 * @param duplicatesRemoved exact copies of an earlier row
 * @param labelsBefore label counts of the valid rows before sampling
 * @param labelsAfter label counts of the rows kept
 * @param inclusionWeights by stratum, how many valid rows each kept row stands for
 * @param seed of the sampling
 * @param rowsRequested the number that overrode the catalog's bounds, or null
 * @param features names of the numeric features, in column order
 * @param learning what can be learned from it
 * @param parts the files
 */
public record ManifestIdentity(
        int schemaVersion,
        BankId bankId,
        SourceInfo source,
        List<String> parents,
        String contentSha256,
        long rowsRead,
        long rowsKept,
        Map<String, Long> rejectedByRule,
        long duplicatesRemoved,
        LabelCounts labelsBefore,
        LabelCounts labelsAfter,
        Map<String, Double> inclusionWeights,
        long seed,
        @Nullable Long rowsRequested,
        List<String> features,
        LearningPlan learning,
        List<PartRef> parts) {

    /** The version of the canonical form that this code reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    public ManifestIdentity {
        parents = List.copyOf(parents);
        rejectedByRule = Map.copyOf(rejectedByRule);
        inclusionWeights = Map.copyOf(inclusionWeights);
        features = List.copyOf(features);
        parts = List.copyOf(parts);
    }

    /** @return rows refused by any rule */
    public long rowsRejected() {
        return rejectedByRule.values().stream().mapToLong(Long::longValue).sum();
    }
}
