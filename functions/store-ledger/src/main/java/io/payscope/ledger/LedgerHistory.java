package io.payscope.ledger;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.PartyPast;
import io.payscope.core.port.PaymentHistory;
import io.payscope.core.port.PaymentPast;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from the ledger what went before a payment. One transaction a payment, and up to {@code most} rows a party. */
public final class LedgerHistory implements PaymentHistory {

    /** Of a payment that is not on record, for which no row of its instant comes before. */
    private static final long NO_PLACE = 0;

    private static final String PLACE = """
        SELECT source_row FROM transactions WHERE bank_id = ? AND transaction_id = ? AND occurred_at = ?\
        """;

    /** Filled in: column of the party. */
    private static final String RECENT = """
        SELECT transaction_id, occurred_at, amount, currency, channel, payer_id, payee_id, payee_kind, label,
               lifecycle_stage, source_row
        FROM transactions
        WHERE bank_id = ? AND %s = ? AND occurred_at >= ? AND occurred_at <= ?
          AND (occurred_at, source_row, transaction_id) < (?, ?, ?)
        ORDER BY occurred_at DESC, source_row DESC, transaction_id DESC
        LIMIT ?\
        """;

    /** Filled in: the sum, column of the party. */
    private static final String EARLIER = """
        SELECT count(*), COALESCE(sum(%s), 0)::bigint, max(occurred_at)
        FROM transactions
        WHERE bank_id = ? AND %s = ? AND occurred_at <= ?
          AND (occurred_at, source_row, transaction_id) < (?, ?, ?)\
        """;

    /** An amount in units of 1e-4, rounded half even: numeric's own round() goes away from zero. */
    private static final String UNITS = """
        (CASE WHEN abs(amount) < 1e10 AND abs(amount * 10000) % 1 = 0.5
              THEN 2 * round(amount * 5000)
              ELSE round(LEAST(GREATEST(amount, -1e10), 1e10) * 10000) END)\
        """;

    private final TenantTransactions transactions;

    public LedgerHistory(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public PaymentPast before(CanonicalTransaction payment, Instant from, int most) {
        return transactions.call(payment.bankId(), "reading what went before a payment", connection -> {
            Long place = Sql.find(
                            connection,
                            row -> row.getLong(1),
                            PLACE,
                            payment.bankId().value(),
                            payment.transactionId(),
                            payment.occurredAt())
                    .orElse(NO_PLACE);
            Reading reading = new Reading(connection, payment, place, from, most);
            return new PaymentPast(
                    reading.past("payer_id", UNITS, payment.payerId()),
                    reading.past("payee_id", "0", payment.payeeId()));
        });
    }

    /** The reading of one payment's past. */
    private record Reading(Connection connection, CanonicalTransaction payment, long place, Instant from, int most) {

        PartyPast past(String column, String units, @Nullable String party) throws SQLException {
            if (party == null) {
                return PartyPast.NONE;
            }
            int bank = payment.bankId().value();
            Instant at = payment.occurredAt();
            List<CanonicalTransaction> recent = Sql.list(
                            connection,
                            row -> LedgerQueries.transaction(row, payment.bankId()),
                            RECENT.formatted(column),
                            bank,
                            party,
                            from,
                            at,
                            at,
                            place,
                            payment.transactionId(),
                            most)
                    .reversed();
            boolean any = !recent.isEmpty();
            Instant before = any ? recent.getFirst().occurredAt() : at;
            return Sql.find(
                            connection,
                            row -> new PartyPast(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(1) == 0 ? null : Sql.instant(row, 3),
                                    recent),
                            EARLIER.formatted(units, column),
                            bank,
                            party,
                            before,
                            before,
                            any ? recent.getFirst().sourceRow() : place,
                            any ? recent.getFirst().transactionId() : payment.transactionId())
                    .orElse(PartyPast.NONE);
        }
    }
}
