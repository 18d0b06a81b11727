package io.payscope.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.port.StoreMigration;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ledger's schema to this version. It needs two roles that exist: the owner of the database, which it runs
 * as, and the functions' role, which may log in, is no superuser, does not bypass row-level security and is no member
 * of the owner. Running it again changes nothing; concurrent runs wait for each other.
 */
public final class LedgerMigration implements StoreMigration {

    /** The last versioned migration. */
    static final int VERSION = 5;

    /** A role's name goes into SQL text, where it cannot be a parameter. */
    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final LedgerSettings owner;
    private final String appRole;
    private final @Nullable String appPassword;

    /**
     * Prepares a migration.
     *
     * @param owner settings of the role that owns the schema
     * @param appRole name of the functions' role
     * @throws ConfigFault if the role's name is not lower-case letters, digits and underscores
     */
    public LedgerMigration(LedgerSettings owner, String appRole) {
        this(owner, appRole, null);
    }

    /**
     * Prepares a migration of a database that may lack the functions' role, whose owner may then create roles.
     *
     * @param owner settings of the role that owns the schema
     * @param appRole name of the functions' role
     * @param appPassword given to the functions' role where it is created; null if it must exist
     * @throws ConfigFault if the role's name is not lower-case letters, digits and underscores
     */
    public LedgerMigration(LedgerSettings owner, String appRole, @Nullable String appPassword) {
        if (!ROLE.matcher(appRole).matches()) {
            throw new ConfigFault("ledger role '" + appRole + "': expected lower-case letters, digits and underscores");
        }
        this.owner = owner;
        this.appRole = appRole;
        this.appPassword = appPassword;
    }

    @Override
    public Applied migrate() {
        try (HikariDataSource pool = ConnectionPool.of(owner, "ledger-migration", ConnectionPool.WAIT)) {
            if (appPassword != null && !appPassword.isEmpty()) {
                LedgerRole.ensure(pool, appRole, appPassword);
            }
            MigrateResult result = Flyway.configure(LedgerMigration.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(pool)
                    .locations("classpath:db/migration/ledger")
                    .placeholders(Map.of("appRole", appRole))
                    .cleanDisabled(true)
                    .load()
                    .migrate();
            return new Applied(Integer.toString(VERSION), result.migrationsExecuted);
        } catch (SQLException e) {
            throw SqlFaults.of("creating the role of the ledger's functions", e);
        } catch (FlywayException e) {
            throw fault(e);
        }
    }

    private static Fault fault(FlywayException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return SqlFaults.of("migrating the ledger", sql);
            }
        }
        return new ConfigFault("migrating the ledger: " + e.getMessage(), e);
    }
}
