package io.payscope.ledger;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.Store;

/** Asks whether PostgreSQL answers, is migrated, and takes the caller for a role that row-level security binds. */
public final class LedgerProbe implements StoreProbe {

    private static final String ROLE = """
        SELECT current_setting('server_version'), rolname, rolsuper OR rolbypassrls,
               to_regclass('flyway_schema_history') IS NOT NULL
        FROM pg_roles WHERE rolname = current_user\
        """;

    /** Every version is a whole number; a repeatable migration has none. */
    private static final String VERSION =
            "SELECT COALESCE(max(version::int), 0) FROM flyway_schema_history WHERE success AND version IS NOT NULL";

    private final TenantTransactions transactions;

    public LedgerProbe(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Store store() {
        return Store.LEDGER;
    }

    @Override
    public String probe() {
        return transactions.callWithoutBank("asking the ledger", connection -> {
            Answer answer = Sql.find(
                            connection,
                            row -> new Answer(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)),
                            ROLE)
                    .orElseThrow(() -> new BugFault("the current role is not among the roles"));
            if (answer.unbound()) {
                throw new ConfigFault("ledger: role " + answer.role() + " bypasses row-level security");
            }
            int version = answer.migrated()
                    ? Sql.find(connection, row -> row.getInt(1), VERSION).orElse(0)
                    : 0;
            if (version < LedgerMigration.VERSION) {
                throw new ConfigFault("ledger: expected schema version " + LedgerMigration.VERSION + ", found "
                        + version + "; run migrate-stores");
            }
            return "PostgreSQL " + answer.server() + ", schema version " + version;
        });
    }

    private record Answer(String server, String role, boolean unbound, boolean migrated) {}
}
