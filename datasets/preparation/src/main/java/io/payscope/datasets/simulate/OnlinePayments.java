package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/**
 * Draws one online payment after the other. The same seed gives the same payments again, so that the identity file can
 * be written after the transactions without a row being remembered. Not thread-safe.
 */
final class OnlinePayments {

    static final int PRODUCT_W = 0;
    static final int PRODUCT_C = 1;

    private static final double[] PRODUCT_SHARES = {0.74, 0.12, 0.06, 0.055, 0.025};
    private static final int BURST = 4;
    private static final int RING_ROWS = 3;
    private static final double[][] ROWS_PER_START = {{BURST, 1, RING_ROWS, 1, 1}, {BURST, 1, RING_ROWS, 1, 1}};
    private static final long BURST_GAP_EARLY = 3_600;
    private static final long BURST_GAP_LATE = 21_600;
    private static final long RING_GAP = 40_000;
    private static final double CAMPAIGN_DAYS = 14;
    private static final double FRAUDS_PER_CAMPAIGN = 15;
    private static final double PAYERS_EXPONENT = 0.45;
    private static final double FAVOURITE = 0.6;
    private static final int AWAKE_TRIES = 3;

    /** Groups of cards that a merchant sells different products to. */
    private static final int ASSORTMENTS = 32;

    private static final int LEVEL = 3;
    private static final int FAVOURITE_MERCHANT = 4;
    private static final int PRODUCT = 14;
    private static final int START = 15;
    private static final int RINGS = 20;
    private static final int BATCHES = 24;

    /** The payment drawn last. */
    final OnlinePayment payment = new OnlinePayment();

    private final SplittableRandom random;
    private final Habits habits;
    private final Drift drift;
    private final FraudStarts starts;
    private final FollowUps followUps = new FollowUps();
    private final Popularity payers;
    private final Popularity merchants;
    private final Campaigns rings;
    private final Campaigns batches;
    private final long cards;

    OnlinePayments(long rows, Habits habits, SimulationSpec parameters, double[] intensity, SplittableRandom random) {
        this.random = random;
        this.habits = habits;
        this.drift = new Drift(parameters, intensity.length);
        this.starts = new FraudStarts(parameters, ROWS_PER_START, intensity, drift, random.split());
        this.cards = Math.max(200, (long) (rows / parameters.rowsPerCustomer()));
        this.payers = new Popularity(cards, PAYERS_EXPONENT);
        this.merchants =
                new Popularity(Math.max(20, (long) (rows / parameters.rowsPerMerchant())), parameters.popularity());
        double frauds = rows * parameters.fraudRate() * CAMPAIGN_DAYS / parameters.days();
        long live = (long) (frauds / 4 / FRAUDS_PER_CAMPAIGN);
        this.rings = new Campaigns(habits, RINGS, live, CAMPAIGN_DAYS);
        this.batches = new Campaigns(habits, BATCHES, live, CAMPAIGN_DAYS);
    }

    /** Draws the payment of a second since the beginning. */
    void draw(long second, int hour, int hourOfDay) {
        payment.clear(second, hourOfDay);
        FollowUps.FollowUp due = followUps.due(second);
        boolean fraud = due != null || starts.begins(hour);
        Mechanism cause = due != null ? due.cause() : fraud ? starts.mechanism(hour) : Mechanism.HIDDEN;
        boolean takenOver = fraud && cause == Mechanism.TAKEOVER;
        long card = due != null && takenOver ? due.account() : takenOver ? quiet(hourOfDay) : payer(hourOfDay);
        payment.fraud = fraud;
        usual(card, hour);
        if (fraud) {
            tell(cause, due, hour);
        }
        payment.hasIdentity = random.nextDouble() < (payment.product == PRODUCT_W ? 0.03 : 0.85);
    }

    private long payer(int hourOfDay) {
        long card = 0;
        for (int i = 0; i < AWAKE_TRIES; i++) {
            card = payers.rank(random.nextDouble());
            if (habits.isAwake(card, hourOfDay)) {
                return card;
            }
        }
        return card;
    }

    /** A card that is used rarely, at an hour at which it is not used. */
    private long quiet(int hourOfDay) {
        long card = 0;
        for (int i = 0; i < AWAKE_TRIES * 2; i++) {
            card = cards / 2 + random.nextLong(cards - cards / 2);
            if (!habits.isAwake(card, hourOfDay)) {
                return card;
            }
        }
        return card;
    }

    private void usual(long card, int hour) {
        payment.card = card;
        payment.region = habits.uniform(card, OnlinePayment.REGION);
        payment.mail = habits.uniform(card, OnlinePayment.MAIL);
        payment.device = card;
        double draw = random.nextDouble();
        double place = draw < FAVOURITE
                ? habits.uniform(card, FAVOURITE_MERCHANT + (draw < FAVOURITE / 2 ? 0 : 1))
                : (draw - FAVOURITE) / (1 - FAVOURITE);
        payment.merchant = merchants.rank(place);
        payment.product = product(habits.uniform(payment.merchant * ASSORTMENTS + card % ASSORTMENTS, PRODUCT));
        double started = (habits.uniform(card, START) * 1.3 - 1) * 400;
        payment.ageDays = (long) Math.max(0, payment.day - (started > payment.day ? -started : started));
        payment.gapDays = -StrictMath.log(1 - random.nextDouble()) * 8;
        double level = 4.2 + 0.6 * habits.normal(card, LEVEL) + drift.level(hour);
        payment.logAmount = level + 0.6 * random.nextGaussian() - (payment.product == PRODUCT_C ? 0.5 : 0);
    }

    private static int product(double place) {
        double left = place;
        int product = 0;
        while (product < PRODUCT_SHARES.length - 1 && left >= PRODUCT_SHARES[product]) {
            left -= PRODUCT_SHARES[product++];
        }
        return product;
    }

    private void tell(Mechanism cause, FollowUps.FollowUp due, int hour) {
        switch (cause) {
            case TAKEOVER -> takeover(due, hour);
            case COMPROMISED -> compromised();
            case ORGANISED -> ring(due);
            case SPIKE -> {
                payment.logAmount += 1.3 + 0.8 * random.nextDouble();
                payment.high = 0.2;
            }
            case HIDDEN -> {
                // Drawn like an honest payment.
            }
        }
    }

    /** A quiet card pays in a burst, for other products, with another recipient, and what is matched does not match. */
    private void takeover(FollowUps.FollowUp due, int hour) {
        payment.logAmount += 0.35;
        payment.product = random.nextDouble() < 0.35 ? PRODUCT_C : payment.product;
        payment.device = payment.card + cards;
        payment.activity *= 1.6;
        payment.matched = 0.45;
        payment.high = 0.45;
        payment.far = 0.3;
        if (due != null) {
            payment.gapDays = 0.2;
            return;
        }
        payment.gapDays *= 2;
        double gap = drift.late(hour) > random.nextDouble() ? BURST_GAP_LATE : BURST_GAP_EARLY;
        long at = payment.second;
        for (int i = 1; i < BURST; i++) {
            at += (long) (gap * 2 * random.nextDouble());
            followUps.add(at, payment.card, Mechanism.TAKEOVER, 0, 0);
        }
    }

    /** The cards of a region at a merchant who is compromised for two weeks. */
    private void compromised() {
        long batch = batches.number(random.nextDouble(), payment.second);
        payment.merchant = merchants.rank(0.3 + 0.7 * batches.place(batch));
        payment.product = 1 + (int) (habits.uniform(batch, BATCHES + 2) * 4);
        payment.region = habits.uniform(batch, BATCHES + 3);
        payment.logAmount += 0.2;
        payment.high = 0.3;
    }

    /** Cards never seen before that share one address, one mail provider and one device. */
    private void ring(FollowUps.FollowUp due) {
        long ring = due != null ? due.detail() : rings.number(random.nextDouble(), payment.second);
        payment.card = 2 * cards + ring * 64 + random.nextInt(64);
        payment.region = habits.uniform(ring, RINGS + 2);
        payment.mail = habits.uniform(ring, RINGS + 3);
        payment.device = 4 * cards + ring;
        payment.product = habits.uniform(ring, RINGS + 4) < 0.6 ? PRODUCT_C : payment.product;
        payment.ageDays = random.nextInt(6);
        payment.activity *= 1.9;
        payment.shared = 3;
        payment.high = 0.3;
        if (due == null) {
            long at = payment.second;
            for (int i = 1; i < RING_ROWS; i++) {
                at += (long) (RING_GAP * 2 * random.nextDouble());
                followUps.add(at, payment.card, Mechanism.ORGANISED, 0, ring);
            }
        }
    }
}
