package io.payscope.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The only way to a connection. The bank is set for the transaction alone, so row-level security shows and takes that
 * bank's rows, and nothing of it is left for whoever borrows the connection next. Thread-safe; holds at most four
 * connections and none while idle.
 */
public final class TenantTransactions implements AutoCloseable {

    /**
     * Everything is local to the transaction: a session setting would outlive it, and pins a connection of RDS Proxy.
     * Times: two minutes for a statement (a COPY of one part included), one for a lock, one for a client that went
     * silent, such as a frozen Lambda.
     */
    private static final String BEGIN = """
        SELECT set_config('app.bank_id', ?, true),
               set_config('statement_timeout', '120s', true),
               set_config('lock_timeout', '60s', true),
               set_config('idle_in_transaction_session_timeout', '60s', true)\
        """;

    private static final String NO_BANK = "";

    private final HikariDataSource pool;

    /** How long a function of the API waits for a connection: its caller, and the gateway, wait 30 s in all. */
    public static final Duration ANSWERING = Duration.ofSeconds(5);

    private TenantTransactions(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens the ledger. Nothing connects before the first transaction. */
    public static TenantTransactions open(LedgerSettings settings) {
        return open(settings, ConnectionPool.WAIT);
    }

    /** As {@link #open(LedgerSettings)}, for those who would rather hear soon that the ledger does not answer. */
    public static TenantTransactions open(LedgerSettings settings, Duration wait) {
        return new TenantTransactions(ConnectionPool.of(settings, "ledger-" + settings.user(), wait));
    }

    /**
     * Does work in one transaction that sees and writes one bank's rows only. It is committed when the work returns
     * and rolled back when it throws.
     *
     * @param bank the bank
     * @param doing what is being done, for error messages
     * @param work what to do
     * @throws Fault for whatever the database reports; what the work throws otherwise passes through
     */
    public <T> T call(BankId bank, String doing, SqlWork<T> work) {
        return transact(bank.toString(), doing + " of bank " + bank, work);
    }

    /** As {@link #call} with no bank set: no tenant row can be seen or written. */
    <T> T callWithoutBank(String doing, SqlWork<T> work) {
        return transact(NO_BANK, doing, work);
    }

    private <T> T transact(String bank, String doing, SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection, bank);
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException e) {
            throw SqlFaults.of(doing, e);
        }
    }

    private static void begin(Connection connection, String bank) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, bank);
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
