package io.payscope.ledger;

import io.payscope.core.port.AuditTrail;

/** The audit table: the functions' role may add to it and read it, and can neither change nor remove an entry. */
public final class LedgerAudit implements AuditTrail {

    private static final String APPEND = "INSERT INTO audit (principal, action, outcome) VALUES (?, ?, ?)";

    private final TenantTransactions transactions;

    public LedgerAudit(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(String principal, String action, String outcome) {
        transactions.callWithoutBank(
                "writing the audit trail", connection -> Sql.update(connection, APPEND, principal, action, outcome));
    }
}
