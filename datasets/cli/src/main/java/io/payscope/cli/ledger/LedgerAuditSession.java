package io.payscope.cli.ledger;

import io.payscope.core.audit.AuditCheck;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the audit log of the ledger that the settings name. */
public final class LedgerAuditSession {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final List<Setting> NEEDED =
            List.of(Setting.LEDGER_URL, Setting.LEDGER_USER, Setting.LEDGER_PASSWORD);

    private LedgerAuditSession() {}

    /**
     * Walks along the whole log.
     *
     * @param environment variables by name, of which those of the ledger are read
     * @param noted a head noted before, or null
     * @throws ConfigFault if a setting is missing or the ledger refuses the role
     */
    public static AuditCheck check(Map<String, String> environment, @Nullable AuditHead noted) {
        Map<String, String> given = new HashMap<>();
        for (Setting setting : NEEDED) {
            String value = environment.get(setting.variable());
            if (value != null) {
                given.put(setting.variable(), value);
            }
        }
        LedgerSettings settings = LedgerSettings.from(Settings.of(given));
        try (TenantTransactions transactions = TenantTransactions.open(settings, WAIT)) {
            return AuditCheck.of(new LedgerAudit(transactions), noted);
        }
    }
}
