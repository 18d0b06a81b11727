package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/**
 * Who takes part in mobile money: customers with a level, a spread, hours, favourite merchants, contacts and an agent
 * of their own, merchants and agents with popularity, and mules that are in use for some days. Not thread-safe.
 */
final class MobileMoneyPeople {

    static final int CASH_OUT = 0;
    static final int PAYMENT = 1;
    static final int CASH_IN = 2;
    static final int TRANSFER = 3;

    private static final double[] TYPE_SHARES = {0.35, 0.34, 0.22, 0.083, 0.007};
    private static final double[] LOG_AMOUNT = {11.6, 8.9, 11.7, 12.6, 8.2};
    private static final double[] LOG_SPREAD = {0.8, 0.9, 0.7, 1.1, 0.9};

    /** Share of cash-outs that have become payments at the end. */
    private static final double MOVED_TO_PAYMENT = 0.12;

    private static final double OWN_TYPE = 0.5;
    private static final double FAVOURITE = 0.6;
    private static final int FAVOURITES = 3;
    private static final double PAYERS_EXPONENT = 0.4;
    private static final double ROWS_PER_AGENT = 60;
    private static final double DAYS_OF_CAMPAIGN = 4;
    private static final double FRAUDS_PER_MULE = 8;
    private static final double FRAUDS_PER_AGENT = 10;
    private static final int AWAKE_TRIES = 3;

    private static final int LEVEL = 0;
    private static final int TYPE = 1;
    private static final int WEALTH = 2;
    private static final int SPREAD = 3;
    private static final int FAVOURITE_PAYEE = 4;
    private static final int MULES = 20;
    private static final int AGENTS = 24;

    private final Habits habits;
    private final SplittableRandom random;
    private final Drift drift;
    private final Popularity payers;
    private final Popularity merchants;
    private final Popularity agents;
    private final Campaigns mules;
    private final Campaigns badAgents;
    private final long customers;
    private final long firstMule;

    MobileMoneyPeople(long rows, Habits habits, SimulationSpec parameters, Drift drift, SplittableRandom random) {
        this.habits = habits;
        this.random = random;
        this.drift = drift;
        this.customers = Math.max(50, (long) (rows / parameters.rowsPerCustomer()));
        this.payers = new Popularity(customers, PAYERS_EXPONENT);
        this.merchants =
                new Popularity(Math.max(20, (long) (rows / parameters.rowsPerMerchant())), parameters.popularity());
        this.agents = new Popularity(Math.max(20, (long) (rows / ROWS_PER_AGENT)), parameters.popularity());
        double frauds = rows * parameters.fraudRate() * DAYS_OF_CAMPAIGN / parameters.days();
        this.mules = new Campaigns(habits, MULES, (long) (frauds / 2 / FRAUDS_PER_MULE), DAYS_OF_CAMPAIGN);
        this.badAgents = new Campaigns(habits, AGENTS, (long) (frauds / 6 / FRAUDS_PER_AGENT), DAYS_OF_CAMPAIGN);
        this.firstMule = customers + agents.members();
    }

    /** A customer who pays now, usually one for whom it is a usual hour. */
    long payer(int hourOfDay) {
        long payer = 0;
        for (int i = 0; i < AWAKE_TRIES; i++) {
            payer = payers.rank(random.nextDouble());
            if (habits.isAwake(payer, hourOfDay)) {
                return payer;
            }
        }
        return payer;
    }

    /** A customer who pays rarely and for whom it is an unusual hour. */
    long quietSleeper(int hourOfDay) {
        long payer = 0;
        for (int i = 0; i < AWAKE_TRIES * 2; i++) {
            payer = customers / 2 + random.nextLong(customers - customers / 2);
            if (!habits.isAwake(payer, hourOfDay)) {
                return payer;
            }
        }
        return payer;
    }

    /** What a customer does: half the time what the customer always does. */
    int type(long customer, int hour) {
        double draw = random.nextDouble();
        draw = draw < OWN_TYPE ? habits.uniform(customer, TYPE) : (draw - OWN_TYPE) / (1 - OWN_TYPE);
        int type = 0;
        while (type < TYPE_SHARES.length - 1 && draw >= TYPE_SHARES[type]) {
            draw -= TYPE_SHARES[type++];
        }
        boolean moved = type == CASH_OUT && draw < TYPE_SHARES[CASH_OUT] * MOVED_TO_PAYMENT * drift.late(hour);
        return moved ? PAYMENT : type;
    }

    /** An amount in cents as the customer usually has it, times e^{@code more}. */
    long amount(long customer, int type, int hour, double more) {
        double spread = LOG_SPREAD[type] * (0.6 + 0.8 * habits.uniform(customer, SPREAD));
        double level = LOG_AMOUNT[type] + 0.5 * habits.normal(customer, LEVEL) + drift.level(hour);
        return cents(level + more + spread * random.nextGaussian());
    }

    /** What lies on a customer's account before a payment, in cents. */
    long balance(long customer, long amount, int type) {
        double draw = random.nextDouble();
        if (draw < 0.3) {
            return 0;
        }
        if (draw < 0.33 && type != CASH_IN) {
            return amount;
        }
        return savings(customer, 10.5);
    }

    /** Savings around a level of ln(units), in cents. */
    long savings(long customer, double level) {
        return cents(level + habits.normal(customer, WEALTH) * 1.2 + random.nextGaussian() * 1.2);
    }

    /** What lies on a recipient's account, in cents; nothing on some. */
    long recipientBalance(double emptyShare) {
        return random.nextDouble() < emptyShare ? 0 : cents(12 + random.nextGaussian() * 1.6);
    }

    /** The merchant of a payment: often one of three favourites. */
    long merchant(long customer) {
        return merchants.rank(favourite(customer));
    }

    /** The agent of a customer, or any other, by account number. */
    long agent(long customer) {
        return customers + agents.rank(favourite(customer));
    }

    /** The recipient of a transfer: often one of three contacts. */
    long contact(long customer) {
        return (long) (favourite(customer) * customers);
    }

    private double favourite(long customer) {
        double draw = random.nextDouble();
        return draw < FAVOURITE
                ? habits.uniform(customer, FAVOURITE_PAYEE + (int) (draw / FAVOURITE * FAVOURITES))
                : (draw - FAVOURITE) / (1 - FAVOURITE);
    }

    /** An account that collects stolen money for some days. */
    long mule(long second) {
        return firstMule + mules.number(random.nextDouble(), second);
    }

    /** An account that has had no part in anything before. */
    long stranger() {
        return random.nextLong(customers);
    }

    /** An agent whose till is in wrong hands for some days: none of the most popular. */
    long compromisedAgent(long second) {
        double place = badAgents.place(badAgents.number(random.nextDouble(), second));
        return customers + agents.rank(0.4 + 0.6 * place);
    }

    static long cents(double logAmount) {
        return Math.max(1, (long) (StrictMath.exp(logAmount) * 100));
    }
}
