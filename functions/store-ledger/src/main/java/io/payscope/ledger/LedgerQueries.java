package io.payscope.ledger;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads a bank's ledger. */
public final class LedgerQueries implements LedgerReader {

    /** One statement, so that all counts are of one moment. */
    private static final String CENSUS = """
        WITH bank AS (SELECT ?::int AS id)
        SELECT (SELECT count(*) FROM transactions WHERE bank_id = id),
               (SELECT count(*) FROM reports WHERE bank_id = id),
               (SELECT COALESCE(sum(volume), 0) FROM hourly_buckets WHERE bank_id = id),
               (SELECT COALESCE(sum(volume), 0) FROM daily_buckets WHERE bank_id = id),
               (SELECT count(*) FROM model_registry WHERE bank_id = id)
        FROM bank\
        """;

    private static final String BUCKETS =
            "SELECT bucket_start, volume, amount, frauds FROM %s WHERE bank_id = ? ORDER BY bucket_start";

    /** Filled in: column of the party, its kind. */
    private static final String PROFILES = """
        SELECT %1$s, min(%2$s), count(*), sum(amount), count(*) FILTER (WHERE label = 'FRAUD'),
               min(occurred_at), max(occurred_at)
        FROM transactions
        WHERE bank_id = ? AND %1$s IS NOT NULL
        GROUP BY %1$s
        ORDER BY count(*) DESC, %1$s
        LIMIT ?\
        """;

    private static final String LARGEST_FRAUDS = """
        SELECT transaction_id, occurred_at, amount, currency, channel, payer_id, payee_id, payee_kind, label,
               lifecycle_stage, source_row
        FROM transactions
        WHERE bank_id = ? AND label = 'FRAUD'
        ORDER BY amount DESC, transaction_id
        LIMIT ?\
        """;

    private final TenantTransactions transactions;

    public LedgerQueries(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public LedgerCensus census(BankId bank) {
        return transactions.call(bank, "counting the ledger", connection -> Sql.find(
                        connection,
                        row -> new LedgerCensus(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        CENSUS,
                        bank.value())
                .orElseThrow(() -> new BugFault("a census is one row, found none")));
    }

    @Override
    public List<TimeBucket> buckets(BankId bank, Grain grain) {
        String table =
                switch (grain) {
                    case HOUR -> "hourly_buckets";
                    case DAY -> "daily_buckets";
                };
        return transactions.call(
                bank,
                "reading " + table,
                connection -> Sql.list(
                        connection,
                        row -> new TimeBucket(
                                Sql.instant(row, 1),
                                row.getLong(2),
                                Money.canonical(row.getBigDecimal(3)),
                                row.getLong(4)),
                        BUCKETS.formatted(table),
                        bank.value()));
    }

    @Override
    public List<PartyProfile> profiles(BankId bank, PartySide side, int limit) {
        String sql =
                switch (side) {
                    case PAYER -> PROFILES.formatted("payer_id", "'ACCOUNT'");
                    case PAYEE -> PROFILES.formatted("payee_id", "payee_kind");
                };
        return transactions.call(
                bank,
                "reading the profiles",
                connection -> Sql.list(connection, row -> profile(row, side), sql, bank.value(), limit));
    }

    @Override
    public List<CanonicalTransaction> largestFrauds(BankId bank, int limit) {
        return transactions.call(
                bank,
                "reading the largest frauds",
                connection -> Sql.list(connection, row -> transaction(row, bank), LARGEST_FRAUDS, bank.value(), limit));
    }

    private static PartyProfile profile(ResultSet row, PartySide side) throws SQLException {
        return new PartyProfile(
                row.getString(1),
                side,
                PayeeKind.valueOf(row.getString(2)),
                row.getLong(3),
                Money.canonical(row.getBigDecimal(4)),
                row.getLong(5),
                Sql.instant(row, 6),
                Sql.instant(row, 7));
    }

    /** Reads a row of the columns of {@link #LARGEST_FRAUDS}. */
    static CanonicalTransaction transaction(ResultSet row, BankId bank) throws SQLException {
        return new CanonicalTransaction(
                bank,
                row.getString(1),
                Sql.instant(row, 2),
                Money.canonical(row.getBigDecimal(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                PayeeKind.valueOf(row.getString(8)),
                Label.valueOf(row.getString(9)),
                LifecycleStage.valueOf(row.getString(10)),
                row.getLong(11));
    }
}
