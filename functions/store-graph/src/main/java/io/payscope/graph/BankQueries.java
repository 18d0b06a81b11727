package io.payscope.graph;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.BankId;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/** Queries about one bank within one transaction. */
final class BankQueries {

    private final TransactionContext transaction;
    private final BankId bank;

    BankQueries(TransactionContext transaction, BankId bank) {
        this.transaction = transaction;
        this.bank = bank;
    }

    /**
     * Runs a query that names the bank as {@code $bank}.
     *
     * @throws BugFault if it does not: such a query would touch every bank
     */
    Result run(String cypher, Map<String, Object> parameters) {
        if (!cypher.contains("$bank")) {
            throw new BugFault("a query names no bank: " + cypher);
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("bank", bank.value());
        return transaction.run(cypher, all);
    }
}
