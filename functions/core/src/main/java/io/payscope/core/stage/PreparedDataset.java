package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank's prepared data.
 *
 * @param bankId the bank
 * @param manifest its description
 * @param rejected raw rows refused
 * @param bytes uncompressed bytes of all parts
 * @param missingBanks for the synthetic bank, the banks that it should have drawn from and could not
 * @param reportKey key of the report on its quality, for the synthetic bank of that on its likeness to its sources:
 *     JSON, with a page to read beside it that ends with {@code .html}; null if it was made without
 */
public record PreparedDataset(
        BankId bankId,
        ManifestRef manifest,
        long rejected,
        long bytes,
        List<BankId> missingBanks,
        @Nullable String reportKey)
        implements Measured {
    public PreparedDataset {
        missingBanks = List.copyOf(missingBanks);
    }

    @Override
    public Volume volume() {
        return Volume.of(manifest.rows(), bytes);
    }
}
