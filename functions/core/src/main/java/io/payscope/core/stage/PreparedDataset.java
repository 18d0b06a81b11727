package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import java.util.List;

/**
 * A bank's prepared data.
 *
 * @param bankId the bank
 * @param manifest its description
 * @param rejected raw rows refused
 * @param bytes uncompressed bytes of all parts
 * @param missingBanks for the synthetic bank, the banks that it should have drawn from and could not
 */
public record PreparedDataset(
        BankId bankId, ManifestRef manifest, long rejected, long bytes, List<BankId> missingBanks) {

    public PreparedDataset {
        missingBanks = List.copyOf(missingBanks);
    }
}
