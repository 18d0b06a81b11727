package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.port.UploadRegister;
import io.payscope.core.stage.CompletedUpload;

/** The ledger's record of uploads. An upload appears when its first part begins to be loaded. */
public final class LedgerUploads implements UploadRegister {

    private static final String COMPLETE = """
        INSERT INTO uploads (bank_id, upload_id, completed_at) VALUES (?, ?, now())
        ON CONFLICT (bank_id, upload_id) DO UPDATE
            SET completed_at = EXCLUDED.completed_at WHERE uploads.completed_at IS NULL\
        """;

    private static final String REPORT = """
        INSERT INTO reports (bank_id, upload_id, rows, ledger_inserted, graph_inserted, documents)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """;

    private final TenantTransactions transactions;

    public LedgerUploads(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void complete(BankId bank, CompletedUpload upload) {
        transactions.call(bank, "completing upload " + upload.uploadId(), connection -> {
            Sql.update(connection, COMPLETE, bank.value(), upload.uploadId());
            return Sql.update(
                    connection,
                    REPORT,
                    bank.value(),
                    upload.uploadId(),
                    upload.rows(),
                    upload.ledgerInserted(),
                    upload.graphInserted(),
                    upload.documents());
        });
    }
}
