package io.payscope.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.audit.AuditCheck;
import io.payscope.core.audit.AuditEntry;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.AuditEvent;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerSettings;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerAuditSessionTest {

    @Test
    void theLogIsCheckedAgainstANotedHead() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.migrated()) {
            LedgerAudit audit = new LedgerAudit(ledger.transactions());
            for (int i = 0; i < 3; i++) {
                audit.append(new AuditEvent("ada", "ADMIN", null, "GET /x", AuditEvent.Outcome.ALLOWED, "" + i));
            }
            LedgerSettings app = ledger.app();
            Map<String, String> environment = Map.of(
                    "PAYSCOPE_LEDGER_URL", app.url(),
                    "PAYSCOPE_LEDGER_USER", app.user(),
                    "PAYSCOPE_LEDGER_PASSWORD", app.password(),
                    "PAYSCOPE_HOME", "no setting");

            AuditCheck check = LedgerAuditSession.check(environment, audit.head());
            assertThat(check.breaks()).isEmpty();
            assertThat(check.entries()).isEqualTo(3);
            assertThat(LedgerAuditSession.check(environment, new AuditHead(4, AuditEntry.GENESIS))
                            .breaks())
                    .containsExactly("the noted entry 4 is gone: the chain ends with entry 3");
        }
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> LedgerAuditSession.check(Map.of(), null))
                .withMessageContaining("PAYSCOPE_LEDGER_URL");
    }
}
