package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.model.Money;
import io.payscope.core.port.LedgerFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes figures in the bank's own transaction. Every statement is a constant, and all that varies is bound. */
public final class LedgerFigureQueries implements LedgerFigures {

    private static final String EXTENT = """
        SELECT min(occurred_at), max(occurred_at),
               CASE WHEN min(currency) = max(currency) THEN min(currency) ELSE 'XXX' END
        FROM transactions WHERE bank_id = ? HAVING count(*) > 0\
        """;

    private static final String CHANNELS =
            "SELECT DISTINCT channel COLLATE \"C\" AS name FROM transactions WHERE bank_id = ? ORDER BY name";

    private static final String PARTIES = """
        SELECT name COLLATE "C" AS party FROM unnest(?::text[]) AS asked(name)
        WHERE EXISTS (SELECT FROM transactions WHERE bank_id = ? AND payer_id = name)
            OR EXISTS (SELECT FROM transactions WHERE bank_id = ? AND payee_id = name)
        ORDER BY party\
        """;

    private static final String PART = """
        FROM transactions
        WHERE bank_id = ? AND occurred_at >= ? AND occurred_at < ?
            AND (?::text IS NULL OR channel = ?::text)
            AND (?::text IS NULL OR payer_id = ?::text OR payee_id = ?::text)
        """;

    private static final String TOTALS = """
        SELECT count(*), coalesce(sum(amount), 0), coalesce(round(sum(amount) / nullif(count(*), 0), 4), 0),
               count(*) FILTER (WHERE label <> 'UNKNOWN'), count(*) FILTER (WHERE label = 'FRAUD'),
               coalesce(sum(amount) FILTER (WHERE label = 'FRAUD'), 0),
               coalesce(round(100.0 * count(*) FILTER (WHERE label = 'FRAUD')
                   / nullif(count(*) FILTER (WHERE label <> 'UNKNOWN'), 0), 4), 0),
               coalesce(max(amount) FILTER (WHERE label = 'FRAUD'), 0),
               count(DISTINCT payer_id), count(DISTINCT payee_id)
        """ + PART;

    private static final String TOP_END = " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?";
    private static final String BIN = """
        SELECT to_char(date_bin('%s', occurred_at, TIMESTAMPTZ '2000-01-01 00:00:00+00') AT TIME ZONE 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS"Z"') COLLATE "C", count(*)
        """;
    private static final String TOP_HOURS = BIN.formatted("1 hour") + PART + TOP_END;
    private static final String TOP_DAYS = BIN.formatted("24 hours") + PART + TOP_END;
    private static final String TOP_MERCHANTS =
            "SELECT payee_id, count(*) " + PART + " AND payee_kind = 'MERCHANT' AND payee_id IS NOT NULL" + TOP_END;
    private static final String TOP_PAYERS =
            "SELECT payer_id, count(*) " + PART + " AND payer_id IS NOT NULL" + TOP_END;
    private static final String TOP_CHANNELS = "SELECT channel COLLATE \"C\", count(*) " + PART + TOP_END;

    private final TenantTransactions transactions;

    public LedgerFigureQueries(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Extent> extent(BankId bank) {
        return transactions.call(
                bank,
                "reading the extent",
                connection -> Sql.find(
                        connection,
                        row -> new Extent(Sql.instant(row, 1), Sql.instant(row, 2), row.getString(3)),
                        EXTENT,
                        bank.value()));
    }

    @Override
    public List<String> channels(BankId bank) {
        return transactions.call(
                bank,
                "reading channels",
                connection -> Sql.list(connection, row -> row.getString(1), CHANNELS, bank.value()));
    }

    @Override
    public List<String> parties(BankId bank, Collection<String> names) {
        String[] asked = names.stream().distinct().toArray(String[]::new);
        return transactions.call(
                bank,
                "looking up parties",
                connection ->
                        Sql.list(connection, row -> row.getString(1), PARTIES, asked, bank.value(), bank.value()));
    }

    @Override
    public Totals totals(BankId bank, Part part) {
        return transactions.call(bank, "computing totals", connection -> Sql.find(
                        connection, LedgerFigureQueries::totals, TOTALS, parameters(bank, part))
                .orElseThrow());
    }

    @Override
    public List<Ranked> top(BankId bank, Part part, Grouping by, int limit) {
        String sql =
                switch (by) {
                    case HOUR -> TOP_HOURS;
                    case DAY -> TOP_DAYS;
                    case MERCHANT -> TOP_MERCHANTS;
                    case PAYER -> TOP_PAYERS;
                    case CHANNEL -> TOP_CHANNELS;
                };
        @Nullable Object[] parameters = parameters(bank, part, limit);
        return transactions.call(
                bank,
                "ranking",
                connection ->
                        Sql.list(connection, row -> new Ranked(row.getString(1), row.getLong(2)), sql, parameters));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong(1),
                Money.canonical(row.getBigDecimal(2)),
                row.getBigDecimal(3),
                row.getLong(4),
                row.getLong(5),
                Money.canonical(row.getBigDecimal(6)),
                row.getBigDecimal(7),
                Money.canonical(row.getBigDecimal(8)),
                row.getLong(9),
                row.getLong(10));
    }

    private static @Nullable Object[] parameters(BankId bank, Part part, Object... more) {
        @Nullable Object[] parameters = new @Nullable Object[8 + more.length];
        parameters[0] = bank.value();
        parameters[1] = part.from();
        parameters[2] = part.to();
        parameters[3] = part.channel();
        parameters[4] = part.channel();
        parameters[5] = part.party();
        parameters[6] = part.party();
        parameters[7] = part.party();
        System.arraycopy(more, 0, parameters, 8, more.length);
        return parameters;
    }
}
