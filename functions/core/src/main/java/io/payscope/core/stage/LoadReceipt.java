package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * What loading one part did. Asked again, a store answers with the receipt of the first time, so what a store holds is
 * the sum of {@code inserted} over all receipts.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param store where it was loaded
 * @param part index of the part
 * @param rows rows of the part: always {@code inserted + alreadyPresent}
 * @param inserted transactions that were new
 * @param alreadyPresent transactions that another part or upload had brought
 * @param nodesCreated graph nodes that were new, transactions included; 0 for the ledger
 * @param relationshipsCreated graph relationships that were new; 0 for the ledger
 */
public record LoadReceipt(
        BankId bankId,
        String uploadId,
        Store store,
        int part,
        long rows,
        long inserted,
        long alreadyPresent,
        long nodesCreated,
        long relationshipsCreated)
        implements Measured {

    @Override
    public Volume volume() {
        return Volume.ofRows(rows);
    }
}
