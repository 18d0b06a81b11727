package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.port.BucketRoller;
import io.payscope.core.stage.LedgerRollUp;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Recomputes time buckets and the list of merchants from the transactions. Hours and days are UTC. An upload touches
 * the hours of the transactions that it inserted; uploads that never came to their end are counted in, so that what a
 * dead run left behind is accounted for. Roll-ups of one bank happen one after the other.
 */
public final class LedgerBuckets implements BucketRoller {

    /**
     * Right after a load there are no statistics yet, and the policy's condition on the bank looks selective: the
     * planner expects a handful of rows and would join 100,000 of them to each of a thousand hours in turn.
     */
    private static final String NO_NESTED_LOOPS = "SELECT set_config('enable_nestloop', 'off', true)";

    /** Filled in: table, length of a bucket in hours: a day in the session's time zone may have 23. */
    private static final String ROLL_UP = """
        WITH touched AS MATERIALIZED (
            SELECT DISTINCT date_bin('%2$s', occurred_at, TIMESTAMPTZ '2000-01-01 00:00:00+00') AS bucket_start
            FROM transactions
            WHERE bank_id = ? AND upload_id IN (
                SELECT ?
                UNION
                SELECT upload_id FROM uploads WHERE bank_id = ? AND completed_at IS NULL))
        INSERT INTO %1$s (bank_id, bucket_start, volume, amount, frauds)
        SELECT bank_id, bucket_start, count(*), sum(amount), count(*) FILTER (WHERE label = 'FRAUD')
        FROM transactions
        JOIN touched
            ON touched.bucket_start = date_bin('%2$s', occurred_at, TIMESTAMPTZ '2000-01-01 00:00:00+00')
        WHERE bank_id = ?
            AND occurred_at >= (SELECT min(bucket_start) FROM touched)
            AND occurred_at < (SELECT max(bucket_start) FROM touched) + INTERVAL '%2$s'
        GROUP BY bank_id, bucket_start
        ON CONFLICT (bank_id, bucket_start) DO UPDATE
            SET volume = EXCLUDED.volume, amount = EXCLUDED.amount, frauds = EXCLUDED.frauds\
        """;

    /** Here and not in the load, where parts loaded at the same time would wait for each other's merchants. */
    private static final String MERCHANTS = """
        INSERT INTO merchants (bank_id, merchant_id, first_seen)
        SELECT bank_id, payee_id, min(occurred_at)
        FROM transactions
        WHERE bank_id = ? AND payee_kind = 'MERCHANT' AND payee_id IS NOT NULL AND upload_id IN (
            SELECT ?
            UNION
            SELECT upload_id FROM uploads WHERE bank_id = ? AND completed_at IS NULL)
        GROUP BY bank_id, payee_id
        ON CONFLICT (bank_id, merchant_id) DO UPDATE
            SET first_seen = EXCLUDED.first_seen WHERE merchants.first_seen > EXCLUDED.first_seen\
        """;

    private final TenantTransactions transactions;

    public LedgerBuckets(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public LedgerRollUp rollUp(BankId bank, String uploadId) {
        return transactions.call(bank, "rolling up " + uploadId, connection -> {
            Sql.lock(connection, "roll-up/" + bank);
            Sql.find(connection, row -> row.getString(1), NO_NESTED_LOOPS);
            int hours = rollUp(connection, "hourly_buckets", "1 hour", bank, uploadId);
            int days = rollUp(connection, "daily_buckets", "24 hours", bank, uploadId);
            Sql.update(connection, MERCHANTS, bank.value(), uploadId, bank.value());
            return new LedgerRollUp(bank, uploadId, hours, days);
        });
    }

    private static int rollUp(Connection connection, String table, String length, BankId bank, String uploadId)
            throws SQLException {
        return Sql.update(
                connection, ROLL_UP.formatted(table, length), bank.value(), uploadId, bank.value(), bank.value());
    }
}
