package io.payscope.ledger;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/**
 * Maps what PostgreSQL reports to the four faults, by SQLState (PostgreSQL documentation, appendix A: error codes).
 */
final class SqlFaults {

    private static final int CLASS_LENGTH = 2;

    private SqlFaults() {}

    /**
     * The fault that an exception means.
     *
     * @param doing what was being done
     * @param e what the driver threw, kept as the cause
     */
    static Fault of(String doing, SQLException e) {
        String state = state(e);
        String message = doing + ": " + e.getMessage() + (state == null ? "" : " (SQLState " + state + ")");
        return switch (kind(state, e)) {
            case TRANSIENT -> new TransientFault(message, e);
            case CONFIG -> new ConfigFault(message, e);
            case DATA -> new DataFault(message, e);
            case BUG -> new BugFault(message, e);
        };
    }

    /** The innermost state: pool and wrapper put their own exception around the server's. */
    private static @Nullable String state(SQLException e) {
        String state = null;
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    private static Kind kind(@Nullable String state, SQLException e) {
        if (state == null || state.length() < CLASS_LENGTH) {
            return e instanceof SQLTransientException || e instanceof SQLRecoverableException
                    ? Kind.TRANSIENT
                    : Kind.BUG;
        }
        return switch (state) {
            // Lock not available, object in use, idle or transaction timeout.
            case "55P03", "55006", "25P03", "25P04" -> Kind.TRANSIENT;
            // Insufficient privilege; undefined table, function, column, schema or role: not migrated, or not for us.
            case "42501", "42P01", "42883", "42703", "3F000", "42704", "3D000" -> Kind.CONFIG;
            default ->
                switch (state.substring(0, CLASS_LENGTH)) {
                    // Connection, transaction rollback, resources, operator intervention and timeouts, system error.
                    case "08", "40", "53", "57", "58" -> Kind.TRANSIENT;
                    // Authorisation.
                    case "28" -> Kind.CONFIG;
                    // Data exception, integrity constraint.
                    case "22", "23" -> Kind.DATA;
                    default -> Kind.BUG;
                };
        };
    }

    private enum Kind {
        TRANSIENT,
        CONFIG,
        DATA,
        BUG
    }
}
