package io.payscope.loadvectors;

/**
 * How many documents a bank may have: one for every hundred transactions, as below that a further profile says nothing
 * that the summaries do not, but never fewer than twenty.
 *
 * @param maxDocuments the most, whatever the bank's size
 */
record DocumentBudget(int maxDocuments) {

    private static final long TRANSACTIONS_PER_DOCUMENT = 100;
    private static final long LEAST = 20;

    int of(long transactions) {
        return (int) Math.min(maxDocuments, Math.max(LEAST, transactions / TRANSACTIONS_PER_DOCUMENT));
    }
}
