package io.payscope.core.stage;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;

/**
 * Asks for one part to be loaded into a store.
 *
 * @param bankId the bank
 * @param uploadId the upload that the part belongs to
 * @param part the part
 */
public record LoadPartRequest(BankId bankId, String uploadId, PartRef part) implements BankScoped {}
