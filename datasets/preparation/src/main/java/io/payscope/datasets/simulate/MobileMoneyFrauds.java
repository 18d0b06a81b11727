package io.payscope.datasets.simulate;

import static io.payscope.datasets.simulate.MobileMoneyPeople.CASH_OUT;
import static io.payscope.datasets.simulate.MobileMoneyPeople.TRANSFER;
import static io.payscope.datasets.simulate.MobileMoneyPeople.cents;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/** Draws the frauds of mobile money. Not thread-safe. */
final class MobileMoneyFrauds {

    private static final double TRANSFER_SHARE = 0.55;
    private static final double TRANSFERS_OF_HIDDEN = 0.25;
    private static final double CASHED_OUT_SHARE = 0.75;
    private static final double FRESH_RECIPIENT_SHARE = 0.6;
    private static final double LIVE_MULE_SHARE = 0.7;
    private static final double WHOLE_BALANCE_EARLY = 0.5;
    private static final double WHOLE_BALANCE_LATE = 0.25;
    private static final int BURST_LEAST = 2;
    private static final int BURST_MOST = 5;
    private static final long BURST_GAP_EARLY = 1_500;
    private static final long BURST_GAP_LATE = 5_400;
    private static final long CASH_OUT_WITHIN = 7_200;
    private static final double[][] ROWS_PER_START = {
        {(BURST_LEAST + BURST_MOST) / 2.0, 1, 1 + CASHED_OUT_SHARE, 1, 1},
        {(BURST_LEAST + BURST_MOST) / 2.0, 1, 1 + 2 * CASHED_OUT_SHARE, 1, 1}
    };

    private final FraudStarts starts;
    private final FollowUps followUps = new FollowUps();
    private final MobileMoneyPeople people;
    private final Drift drift;
    private final SplittableRandom random;

    MobileMoneyFrauds(
            SimulationSpec parameters,
            double[] intensity,
            Drift drift,
            MobileMoneyPeople people,
            SplittableRandom random) {
        this.starts = new FraudStarts(parameters, ROWS_PER_START, intensity, drift, random.split());
        this.people = people;
        this.drift = drift;
        this.random = random;
    }

    /** Draws the payment of a second if it is a fraud; false if it is none. */
    boolean draw(MobileMoneyPayment payment, long second, int hour, int hourOfDay) {
        FollowUps.FollowUp due = followUps.due(second);
        if (due != null) {
            if (due.cause() == Mechanism.ORGANISED) {
                cashOut(payment, due);
            } else {
                drain(payment, due.account(), due.amount());
            }
            return true;
        }
        if (!starts.begins(hour)) {
            return false;
        }
        switch (starts.mechanism(hour)) {
            case TAKEOVER -> takeover(payment, second, hour, hourOfDay);
            case COMPROMISED -> compromised(payment, second, hour, hourOfDay);
            case ORGANISED -> chain(payment, second, hour);
            case SPIKE -> spike(payment, hour, hourOfDay);
            case HIDDEN -> hidden(payment, hour, hourOfDay);
        }
        return true;
    }

    /** A quiet account pays several times within hours, each time much of what is left. */
    private void takeover(MobileMoneyPayment payment, long second, int hour, int hourOfDay) {
        long victim = people.quietSleeper(hourOfDay);
        long savings = people.savings(victim, 13);
        double gap = drift.late(hour) > random.nextDouble() ? BURST_GAP_LATE : BURST_GAP_EARLY;
        int more = random.nextInt(BURST_LEAST, BURST_MOST + 1) - 1;
        long at = second;
        long left = savings;
        for (int i = 0; i < more; i++) {
            at += (long) (gap * (0.3 + 1.4 * random.nextDouble()));
            left = left / 2;
            followUps.add(at, victim, Mechanism.TAKEOVER, left, 0);
        }
        drain(payment, victim, savings);
    }

    private void drain(MobileMoneyPayment payment, long victim, long balance) {
        payment.type = random.nextDouble() < TRANSFER_SHARE ? TRANSFER : CASH_OUT;
        payment.payer = victim;
        payment.balance = balance;
        payment.amount = Math.max(1, (long) (balance * (0.3 + 0.4 * random.nextDouble())));
        payment.payee = payment.type == TRANSFER ? people.stranger() : people.agent(people.stranger());
        payment.payeeBalance = people.recipientBalance(FRESH_RECIPIENT_SHARE);
    }

    /** An account is emptied, wholly or in part, to a mule, who often cashes out soon, later on in two parts. */
    private void chain(MobileMoneyPayment payment, long second, int hour) {
        long victim = people.stranger();
        boolean late = drift.late(hour) > random.nextDouble();
        long amount = people.amount(victim, TRANSFER, hour, 0.2);
        boolean whole = random.nextDouble() < (late ? WHOLE_BALANCE_LATE : WHOLE_BALANCE_EARLY);
        long mule = random.nextDouble() < LIVE_MULE_SHARE ? people.mule(second) : people.stranger();
        payment.type = TRANSFER;
        payment.payer = victim;
        payment.amount = amount;
        payment.balance = whole ? amount : (long) (amount / (0.2 + 0.7 * random.nextDouble()));
        payment.payee = mule;
        payment.payeeBalance = people.recipientBalance(FRESH_RECIPIENT_SHARE);
        if (random.nextDouble() < CASHED_OUT_SHARE) {
            long at = second + 1 + random.nextLong(CASH_OUT_WITHIN);
            long first = late ? (long) (amount * (0.3 + 0.4 * random.nextDouble())) : amount;
            followUps.add(at, mule, Mechanism.ORGANISED, first, amount);
            if (late) {
                followUps.add(
                        at + 1 + random.nextLong(CASH_OUT_WITHIN),
                        mule,
                        Mechanism.ORGANISED,
                        amount - first,
                        amount - first);
            }
        }
    }

    private void cashOut(MobileMoneyPayment payment, FollowUps.FollowUp due) {
        payment.type = CASH_OUT;
        payment.payer = due.account();
        payment.amount = Math.max(1, due.amount());
        payment.balance = random.nextDouble() < 0.5 ? due.detail() : due.detail() + cents(9);
        payment.payee = people.agent(due.account());
        payment.payeeBalance = people.recipientBalance(FRESH_RECIPIENT_SHARE);
    }

    /** The usual customers at an agent whose till is in wrong hands, a little more than usual. */
    private void compromised(MobileMoneyPayment payment, long second, int hour, int hourOfDay) {
        payment.payer = people.payer(hourOfDay);
        payment.type = CASH_OUT;
        MobileMoneySimulator.usual(people, payment, hour);
        payment.payee = people.compromisedAgent(second);
        payment.amount = people.amount(payment.payer, CASH_OUT, hour, 0.4);
        payment.balance = payment.amount + people.savings(payment.payer, 10);
    }

    /** Once, several times what the customer usually pays. */
    private void spike(MobileMoneyPayment payment, int hour, int hourOfDay) {
        payment.payer = people.payer(hourOfDay);
        payment.type = random.nextDouble() < TRANSFER_SHARE ? TRANSFER : CASH_OUT;
        MobileMoneySimulator.usual(people, payment, hour);
        payment.amount = people.amount(payment.payer, payment.type, hour, 1.4 + 0.8 * random.nextDouble());
        payment.balance = payment.amount + people.savings(payment.payer, 11);
    }

    private void hidden(MobileMoneyPayment payment, int hour, int hourOfDay) {
        payment.payer = people.payer(hourOfDay);
        payment.type = random.nextDouble() < TRANSFERS_OF_HIDDEN ? TRANSFER : CASH_OUT;
        MobileMoneySimulator.usual(people, payment, hour);
    }
}
