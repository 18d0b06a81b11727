package io.payscope.graph;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;

/**
 * Which ends a payment has: a side that the source does not name has no node and no relationship.
 *
 * @param payer whether it has a payer
 * @param payee what it is paid to
 */
record PaymentShape(boolean payer, Payee payee) {

    /** What a payment is paid to. A party of unknown kind is an account: it can be seen paying too. */
    enum Payee {
        NONE,
        ACCOUNT,
        MERCHANT
    }

    static PaymentShape of(CanonicalTransaction transaction) {
        return new PaymentShape(transaction.payerId() != null, payee(transaction));
    }

    private static Payee payee(CanonicalTransaction transaction) {
        if (transaction.payeeId() == null) {
            return Payee.NONE;
        }
        return transaction.payeeKind() == PayeeKind.MERCHANT ? Payee.MERCHANT : Payee.ACCOUNT;
    }

    /** Relationships of one payment. */
    int relationships() {
        return (payer ? 1 : 0) + (payee == Payee.NONE ? 0 : 1);
    }

    /**
     * The query that creates payments of this shape between parties that exist. {@code $rows} holds a list a payment,
     * in the order of {@link GraphBatch#row}. The amount is stored twice: as a double, because Cypher has no decimal
     * and sums and orders by it, and as the exact decimal text, so that nothing is lost against the ledger.
     */
    String cypher() {
        String match = payer ? "MATCH (payer:Account {bank_id: $bank, account_id: row[5]})\n" : "";
        String create = """
            CREATE (t:Transaction {bank_id: $bank, transaction_id: row[0], occurred_at: row[1], amount: row[2],
              amount_exact: row[3], label: row[4], upload_id: $upload})
            """;
        String made = payer ? "CREATE (payer)-[:MADE]->(t)\n" : "";
        return "UNWIND $rows AS row\n"
                + match
                + switch (payee) {
                    case NONE -> create + made;
                    case ACCOUNT ->
                        "MATCH (payee:Account {bank_id: $bank, account_id: row[6]})\n" + create + made
                                + "CREATE (t)-[:TO]->(payee)";
                    case MERCHANT ->
                        "MATCH (payee:Merchant {bank_id: $bank, merchant_id: row[6]})\n" + create + made
                                + "CREATE (t)-[:TO]->(payee)";
                };
    }
}
