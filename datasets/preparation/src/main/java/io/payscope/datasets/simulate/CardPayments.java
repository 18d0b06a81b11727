package io.payscope.datasets.simulate;

import static io.payscope.datasets.simulate.CardComponents.AMOUNT;
import static io.payscope.datasets.simulate.CardComponents.CATEGORY;
import static io.payscope.datasets.simulate.CardComponents.DISTANCE;
import static io.payscope.datasets.simulate.CardComponents.HOUR;
import static io.payscope.datasets.simulate.CardComponents.LEVEL;
import static io.payscope.datasets.simulate.CardComponents.NOVELTY;
import static io.payscope.datasets.simulate.CardComponents.PACE;
import static io.payscope.datasets.simulate.CardComponents.TERMINAL;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/** Draws one card payment after the other: its traits, its amount and whether it is a fraud. Not thread-safe. */
final class CardPayments {

    private static final double[][] ROWS_PER_START = {{3, 1, 5, 1, 1}, {3, 1, 5, 1, 1}};
    private static final int BURST = 3;
    private static final int TESTS = 5;
    private static final long BURST_GAP = 900;
    private static final long TEST_GAP = 120;
    private static final double PAYERS_EXPONENT = 0.4;
    private static final double FAVOURITE = 0.6;
    private static final double ZERO_SHARE = 0.006;
    private static final double LEVEL_MEAN = 3.15;
    private static final double LEVEL_SPREAD = 0.7;
    private static final double AMOUNT_SPREAD = 1.35;
    private static final double CAMPAIGN_DAYS = 0.5;
    private static final double FRAUDS_PER_CAMPAIGN = 12;
    private static final double WEAKEST = 1;
    private static final int CENTRE = 1;
    private static final int HOME = 2;
    private static final int SPENDING = 3;
    private static final int FAVOURITE_MERCHANT = 4;
    private static final int TERMINALS = 20;

    /** Traits of the payment drawn last. */
    final double[] traits = new double[CardComponents.TRAITS];

    /** Whether it is a fraud. */
    boolean fraud;

    /** Its amount. */
    long cents;

    private final SplittableRandom random;
    private final Habits habits;
    private final Drift drift;
    private final FraudStarts starts;
    private final FollowUps followUps = new FollowUps();
    private final Popularity customers;
    private final Popularity merchants;
    private final Campaigns terminals;

    CardPayments(
            long rows, long seed, SimulationSpec parameters, double[] intensity, Drift drift, SplittableRandom random) {
        this.random = random;
        this.habits = new Habits(seed);
        this.drift = drift;
        this.starts = new FraudStarts(parameters, ROWS_PER_START, intensity, drift, random.split());
        this.customers = new Popularity(Math.max(50, (long) (rows / parameters.rowsPerCustomer())), PAYERS_EXPONENT);
        this.merchants =
                new Popularity(Math.max(20, (long) (rows / parameters.rowsPerMerchant())), parameters.popularity());
        double frauds = rows * parameters.fraudRate() * CAMPAIGN_DAYS / parameters.days();
        this.terminals = new Campaigns(habits, TERMINALS, (long) (frauds / 4 / FRAUDS_PER_CAMPAIGN), CAMPAIGN_DAYS);
    }

    /** Draws the payment of a second since the beginning. */
    void draw(long second, int hour, int hourOfDay) {
        FollowUps.FollowUp due = followUps.due(second);
        fraud = due != null || starts.begins(hour);
        Mechanism cause = due != null ? due.cause() : fraud ? starts.mechanism(hour) : Mechanism.HIDDEN;
        long customer =
                due != null && cause == Mechanism.TAKEOVER ? due.account() : customers.rank(random.nextDouble());
        boolean favourite = random.nextDouble() < FAVOURITE;
        double place = favourite ? habits.uniform(customer, FAVOURITE_MERCHANT) : random.nextDouble();
        usual(customer, merchants.rank(place), favourite, hourOfDay);
        if (fraud) {
            tell(cause, second);
            if (due == null) {
                follow(cause, customer, second);
            }
        }
        double level = LEVEL_MEAN + drift.level(hour) + LEVEL_SPREAD * traits[LEVEL] + AMOUNT_SPREAD * traits[AMOUNT];
        boolean tested = fraud && cause == Mechanism.ORGANISED;
        cents = random.nextDouble() < ZERO_SHARE ? 0 : (long) (StrictMath.exp(tested ? 0.4 * level : level) * 100);
    }

    private void usual(long customer, long merchant, boolean favourite, int hourOfDay) {
        double centre = 24 * habits.uniform(customer, CENTRE);
        double apart = Math.abs(hourOfDay - centre);
        traits[HOUR] = (Math.min(apart, 24 - apart) - 6) / 3.5;
        traits[LEVEL] = habits.normal(customer, SPENDING);
        traits[NOVELTY] = favourite ? -0.8 : 1.2;
        traits[TERMINAL] = habits.normal(merchant, TERMINALS + 2);
        traits[CATEGORY] = habits.normal(merchant, TERMINALS + 3);
        traits[AMOUNT] = random.nextGaussian();
        traits[PACE] = random.nextGaussian();
        traits[DISTANCE] = 0.6 * habits.normal(customer, HOME) + 0.8 * random.nextGaussian();
    }

    /** Moves the traits as the mechanism does, by a strength of the fraud's own. */
    private void tell(Mechanism cause, long second) {
        double strength = WEAKEST + random.nextDouble();
        switch (cause) {
            case TAKEOVER -> {
                traits[PACE] -= 2.8 * strength;
                traits[DISTANCE] += 2.2 * strength;
                traits[HOUR] = 0.5 + 1.2 * random.nextDouble();
                traits[NOVELTY] = 1.2;
                traits[AMOUNT] += 0.6 * strength;
            }
            case COMPROMISED -> {
                double place = terminals.place(terminals.number(random.nextDouble(), second));
                traits[TERMINAL] = (2.2 + place) * strength;
                traits[CATEGORY] = -2 * strength + place;
                traits[NOVELTY] = 1.2;
            }
            case ORGANISED -> {
                traits[PACE] -= 2.5 * strength;
                traits[CATEGORY] += 2.5 * strength;
                traits[NOVELTY] = 1.2;
                traits[TERMINAL] -= 1.5 * strength;
            }
            case SPIKE -> {
                traits[AMOUNT] = (1.6 + Math.abs(random.nextGaussian())) * strength;
                traits[DISTANCE] += strength;
            }
            case HIDDEN -> {
                // Drawn like an honest payment.
            }
        }
    }

    private void follow(Mechanism cause, long customer, long second) {
        boolean burst = cause == Mechanism.TAKEOVER;
        int more = burst ? BURST - 1 : cause == Mechanism.ORGANISED ? TESTS - 1 : 0;
        long at = second;
        for (int i = 0; i < more; i++) {
            at += (long) ((burst ? BURST_GAP : TEST_GAP) * 2 * random.nextDouble());
            followUps.add(at, customer, cause, 0, 0);
        }
    }
}
