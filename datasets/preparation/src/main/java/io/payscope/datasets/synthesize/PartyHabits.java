package io.payscope.datasets.synthesize;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.SynthesisSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a source's parties come back, in the order of time: by label the share of payments with a new party and with one
 * that took part in an earlier fraud, how loyal payers are to their last payee, and how much a payer's amounts resemble
 * each other. Memory: that of {@link PartyMemory}, twice, until {@link #forget}. Not thread-safe.
 */
final class PartyHabits {

    private static final double MOST_LIKE = 0.9;

    private final SynthesisSpec spec;
    private @Nullable PartyMemory payers = new PartyMemory();
    private @Nullable PartyMemory payees = new PartyMemory();
    private final Returns payerReturns = new Returns();
    private final Returns payeeReturns = new Returns();
    private final long[] kinds = new long[PayeeKind.values().length];
    private double products;
    private double squares;
    private long returning;
    private long loyal;

    PartyHabits(SynthesisSpec spec) {
        this.spec = spec;
    }

    /** Takes a row into account; the deviation is that of its log amount from the bank's mean. */
    void add(CanonicalTransaction row, double deviation) {
        if (payers == null || payees == null) {
            throw new IllegalStateException("the parties are forgotten");
        }
        long payee = row.payeeId() == null ? 0 : payees.key(row.payeeId());
        boolean stays = false;
        if (row.payerId() != null) {
            long payer = payers.key(row.payerId());
            int place = payers.find(payer);
            payerReturns.add(row.label(), place, payers);
            if (place != PartyMemory.NONE) {
                products += deviation * payers.deviation(place);
                squares += (deviation * deviation + payers.deviation(place) * payers.deviation(place)) / 2;
                returning += payee == 0 ? 0 : 1;
                stays = payee != 0 && payers.partner(place) == payee;
                loyal += stays ? 1 : 0;
            }
            payers.remember(payer, deviation, payee, row.label());
        }
        if (payee != 0) {
            int place = payees.find(payee);
            if (!stays) {
                payeeReturns.add(row.label(), place, payees);
            }
            if (place == PartyMemory.NONE) {
                kinds[row.payeeKind().ordinal()]++;
            }
            payees.remember(payee, deviation, 0, row.label());
        }
    }

    /** Lets go of the parties; what they taught stays. */
    void forget() {
        payers = null;
        payees = null;
    }

    /** Share of a label's payments by a new payer. */
    double newPayer(Label label) {
        return payerReturns.fresh(label, spec.newPayerShare());
    }

    /** Share of a label's payments by the payer of an earlier fraud. */
    double fraudPayer(Label label) {
        return payerReturns.tainted(label);
    }

    /** Share of a label's payments, other than those to the last payee, that go to a new payee. */
    double newPayee(Label label) {
        return payeeReturns.fresh(label, spec.newPayeeShare());
    }

    /** Share of the same that go to the payee of an earlier fraud. */
    double fraudPayee(Label label) {
        return payeeReturns.tainted(label);
    }

    /** Share of a known payer's payments that go to its last payee. */
    double loyalty() {
        return returning == 0 ? 0 : (double) loyal / returning;
    }

    /** Correlation of a payer's amount with its last one, 0 to 0.9. */
    double likeness() {
        return squares == 0 ? 0 : Math.clamp(products / squares, 0, MOST_LIKE);
    }

    /** Share of the payees that are merchants; all where the source names none. */
    double merchants() {
        long merchants = kinds[PayeeKind.MERCHANT.ordinal()];
        long others = kinds[PayeeKind.ACCOUNT.ordinal()];
        return merchants + others == 0 ? 1 : (double) merchants / (merchants + others);
    }

    /** How one side's parties come back. */
    private static final class Returns {

        /** Rows of all labels that a label's share leans on. */
        private static final double PRIOR_ROWS = 10;

        private final long[] rows = new long[Label.values().length];
        private final long[] fresh = new long[rows.length];
        private final long[] tainted = new long[rows.length];
        private long allRows;
        private long allFresh;

        private void add(Label label, int place, PartyMemory memory) {
            rows[label.ordinal()]++;
            allRows++;
            if (place == PartyMemory.NONE) {
                fresh[label.ordinal()]++;
                allFresh++;
            } else if (memory.fraud(place)) {
                tainted[label.ordinal()]++;
            }
        }

        private double fresh(Label label, double otherwise) {
            if (allRows == 0) {
                return otherwise;
            }
            double prior = (double) allFresh / allRows;
            return (fresh[label.ordinal()] + PRIOR_ROWS * prior) / (rows[label.ordinal()] + PRIOR_ROWS);
        }

        private double tainted(Label label) {
            return tainted[label.ordinal()] / (rows[label.ordinal()] + PRIOR_ROWS);
        }
    }
}
