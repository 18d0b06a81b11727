package io.payscope.datasets.synthesize;

import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The parties made for one source. A payment's party is new, or that of an earlier fraud, or that of an earlier payment
 * drawn evenly, so that those who come often come more often (Simon, On a class of skew distribution functions, 1955).
 * Memory: 17 bytes a row. Not thread-safe.
 */
final class Population {

    private final PartyHabits habits;
    private final SplittableRandom random;
    private final Side payers;
    private final Side payees;
    private final int[] lastPayee;
    private final PayeeKind[] kinds;
    private int payer;
    private int payee;

    /** @param rows most payments to come */
    Population(PartyHabits habits, int rows, SplittableRandom random) {
        this.habits = habits;
        this.random = random;
        this.payers = new Side(rows);
        this.payees = new Side(rows);
        this.lastPayee = new int[rows];
        this.kinds = new PayeeKind[rows];
    }

    /** Chooses the parties of the next payment in the order of time. */
    void choose(Label label) {
        int known = payers.count;
        payer = payers.choose(habits.newPayer(label), habits.fraudPayer(label));
        if (payer < known && random.nextDouble() < habits.loyalty()) {
            payee = lastPayee[payer];
        } else {
            int knownPayees = payees.count;
            payee = payees.choose(habits.newPayee(label), habits.fraudPayee(label));
            if (payee == knownPayees) {
                kinds[payee] = random.nextDouble() < habits.merchants() ? PayeeKind.MERCHANT : PayeeKind.ACCOUNT;
            }
        }
        payers.record(payer, label);
        payees.record(payee, label);
        lastPayee[payer] = payee;
    }

    /** Number of the payer chosen, from 0. */
    int payer() {
        return payer;
    }

    /** Number of the payee chosen, from 0. */
    int payee() {
        return payee;
    }

    /** What the payee chosen is. */
    PayeeKind kind() {
        return kinds[payee];
    }

    private final class Side {

        private final int[] ofRow;
        private int[] ofFraud = new int[64];
        private int rows;
        private int frauds;
        private int count;

        private Side(int rows) {
            ofRow = new int[rows];
        }

        private int choose(double fresh, double tainted) {
            double draw = random.nextDouble();
            if (rows == 0 || draw < fresh) {
                return count++;
            }
            if (frauds > 0 && draw < fresh + tainted) {
                return ofFraud[random.nextInt(frauds)];
            }
            return ofRow[random.nextInt(rows)];
        }

        private void record(int party, Label label) {
            ofRow[rows++] = party;
            if (label == Label.FRAUD) {
                if (frauds == ofFraud.length) {
                    ofFraud = Arrays.copyOf(ofFraud, frauds * 2);
                }
                ofFraud[frauds++] = party;
            }
        }
    }
}
