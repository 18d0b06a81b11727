package io.payscope.ledger;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.TransactionLoader;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;

/**
 * Loads parts into the ledger. Transactions, receipt and nothing else are one database transaction. Parts of one bank
 * may be loaded at the same time: rows are inserted in the order of their ids, so two parts that share ids wait for
 * each other and never deadlock. Memory does not grow with the part.
 */
public final class LedgerLoader implements TransactionLoader {

    /** In a transaction of its own: parts loaded at the same time would wait here for each other's end. */
    private static final String BEGIN_UPLOAD =
            "INSERT INTO uploads (bank_id, upload_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String FIND_RECEIPT = """
        SELECT part_sha256, rows, inserted, already_present FROM load_receipts
        WHERE bank_id = ? AND upload_id = ? AND part = ?\
        """;

    /** Of two rows with one id the first of the source stays. */
    private static final String INSERT_ROWS = """
        INSERT INTO transactions
            (bank_id, transaction_id, occurred_at, amount, currency, channel, payer_id, payee_id, payee_kind,
             label, lifecycle_stage, source_row, upload_id)
        SELECT ?, transaction_id, occurred_at, amount, currency, channel, payer_id, payee_id, payee_kind,
               label, lifecycle_stage, source_row, ?
        FROM part_rows
        ORDER BY transaction_id, source_row
        ON CONFLICT (bank_id, transaction_id) DO NOTHING\
        """;

    private static final String INSERT_RECEIPT = """
        INSERT INTO load_receipts (bank_id, upload_id, part, part_sha256, rows, inserted, already_present)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """;

    private final TenantTransactions transactions;

    public LedgerLoader(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public LoadReceipt load(BankId bank, String uploadId, PartRef part, Iterator<CanonicalTransaction> rows) {
        transactions.call(
                bank,
                "beginning upload " + uploadId,
                connection -> Sql.update(connection, BEGIN_UPLOAD, bank.value(), uploadId));
        return transactions.call(bank, "loading " + part.key(), connection -> {
            Sql.lock(connection, "load/" + bank + "/" + uploadId + "/" + part.index());
            Optional<LoadReceipt> earlier = findReceipt(connection, bank, uploadId, part);
            return earlier.isPresent() ? earlier.get() : insert(connection, bank, uploadId, part, rows);
        });
    }

    private static Optional<LoadReceipt> findReceipt(Connection connection, BankId bank, String uploadId, PartRef part)
            throws SQLException {
        return Sql.find(
                connection,
                row -> {
                    if (!row.getString(1).equals(part.sha256())) {
                        throw new DataFault(part.key() + ": part " + part.index() + " of upload " + uploadId
                                + " was loaded with sha256 " + row.getString(1) + ", found " + part.sha256());
                    }
                    return receipt(bank, uploadId, part, row.getLong(2), row.getLong(3));
                },
                FIND_RECEIPT,
                bank.value(),
                uploadId,
                part.index());
    }

    private static LoadReceipt insert(
            Connection connection, BankId bank, String uploadId, PartRef part, Iterator<CanonicalTransaction> rows)
            throws SQLException {
        long read = CopyRows.into(connection, bank, part.key(), rows);
        if (read != part.rows()) {
            throw new DataFault(part.key() + ": expected " + part.rows() + " rows, found " + read);
        }
        long inserted = Sql.update(connection, INSERT_ROWS, bank.value(), uploadId);
        LoadReceipt receipt = receipt(bank, uploadId, part, read, inserted);
        Sql.update(
                connection,
                INSERT_RECEIPT,
                bank.value(),
                uploadId,
                part.index(),
                part.sha256(),
                read,
                inserted,
                receipt.alreadyPresent());
        return receipt;
    }

    private static LoadReceipt receipt(BankId bank, String uploadId, PartRef part, long rows, long inserted) {
        return new LoadReceipt(bank, uploadId, Store.LEDGER, part.index(), rows, inserted, rows - inserted, 0, 0);
    }
}
