package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.port.BankErasure;
import io.payscope.core.stage.Store;
import java.util.List;

/**
 * Removes a bank's rows, the transactions in batches, each a transaction of its own that says which bank it erases:
 * without that the policies let nobody remove a row. An upload's rows go after those that refer to it. Entries of the
 * audit log and of the run register are not the bank's and stay.
 */
public final class LedgerErasure implements BankErasure {

    private static final int BATCH = 50_000;

    private static final String PERMIT = "SELECT set_config('app.erase_bank', ?, true)";

    private static final String TRANSACTIONS = """
        DELETE FROM transactions WHERE bank_id = ? AND transaction_id IN
            (SELECT transaction_id FROM transactions WHERE bank_id = ? LIMIT ?)\
        """;

    /** In the order of their references. */
    private static final List<String> REST = List.of(
            "hourly_buckets", "daily_buckets", "model_registry", "merchants", "load_receipts", "reports", "uploads");

    private final TenantTransactions transactions;

    public LedgerErasure(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Store store() {
        return Store.LEDGER;
    }

    @Override
    public long erase(BankId bank) {
        long removed = 0;
        int batch;
        do {
            batch = delete(bank, TRANSACTIONS, bank.value(), bank.value(), BATCH);
            removed += batch;
        } while (batch > 0);
        for (String table : REST) {
            removed += delete(bank, "DELETE FROM " + table + " WHERE bank_id = ?", bank.value());
        }
        return removed;
    }

    private int delete(BankId bank, String sql, Object... parameters) {
        return transactions.call(bank, "erasing the ledger", connection -> {
            Sql.list(connection, row -> bank, PERMIT, bank.toString());
            return Sql.update(connection, sql, parameters);
        });
    }
}
