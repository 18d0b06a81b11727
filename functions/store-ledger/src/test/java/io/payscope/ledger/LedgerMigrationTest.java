package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreMigration.Applied;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class LedgerMigrationTest {

    @Test
    void migratingAgainAppliesNothing() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.empty()) {
            assertThat(ledger.migration().migrate()).isEqualTo(new Applied("5", 6));
            assertThat(ledger.migration().migrate()).isEqualTo(new Applied("5", 0));
        }
    }

    @Test
    void anUnmigratedLedgerIsTold() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.empty()) {
            LedgerProbe probe = new LedgerProbe(ledger.transactions());
            assertThatExceptionOfType(ConfigFault.class)
                    .isThrownBy(probe::probe)
                    .withMessage("ledger: expected schema version 5, found 0; run migrate-stores");
        }
    }

    @Test
    void aMigratedLedgerTellsItsVersions() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.migrated()) {
            assertThat(new LedgerProbe(ledger.transactions()).probe())
                    .startsWith("PostgreSQL 18")
                    .endsWith("schema version 5");
        }
    }

    @Test
    void aRoleThatBypassesRowSecurityIsRefused() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.empty();
                Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE payscope_bypass LOGIN BYPASSRLS PASSWORD 'not-a-secret'");
            LedgerMigration migration = new LedgerMigration(ledger.settings("payscope_owner"), "payscope_bypass");
            assertThatExceptionOfType(ConfigFault.class)
                    .isThrownBy(migration::migrate)
                    .withMessageContaining("role payscope_bypass bypasses row-level security");
            try (TenantTransactions bypassing = TenantTransactions.open(ledger.settings("payscope_bypass"))) {
                LedgerProbe probe = new LedgerProbe(bypassing);
                assertThatExceptionOfType(ConfigFault.class)
                        .isThrownBy(probe::probe)
                        .withMessage("ledger: role payscope_bypass bypasses row-level security");
            }
        }
    }

    @Test
    void theOwnerIsNoRoleForTheFunctions() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.empty()) {
            LedgerMigration migration = new LedgerMigration(ledger.settings("payscope_owner"), "payscope_owner");
            assertThatExceptionOfType(ConfigFault.class)
                    .isThrownBy(migration::migrate)
                    .withMessageContaining("may act as the owner");
        }
    }
}
