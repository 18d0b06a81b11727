package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws one order after the other. The same seed gives the same orders again, so that every file is written from the
 * first order on and none is remembered. Not thread-safe.
 */
final class MarketplaceOrders {

    static final int MOST_ITEMS = 4;

    /** Share of the orders paid by credit card, and by credit card or slip. */
    static final double CARDS = 0.76;

    static final double CARDS_AND_SLIPS = 0.96;

    /** Share of the orders that has moved from slips to cards at the end. */
    private static final double MOVED_TO_CARDS = 0.04;

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 5);
    private static final Seasons SEASONS = new Seasons(
            FIRST_DAY,
            0,
            List.of(1.2, 1.18, 1.12, 1.06, 1.02, 0.78, 0.86),
            0.08,
            330,
            List.of(
                    new Occasion(11, 23, 7, DayOfWeek.FRIDAY, 5),
                    new Occasion(11, 24, 5, DayOfWeek.SATURDAY, 1.8),
                    new Occasion(5, 5, 8, null, 1.2),
                    new Occasion(12, 23, 3, null, 0.5),
                    new Occasion(1, 1, 1, null, 0.5)));
    private static final int STATE = 1;
    private static final int CATEGORY = 2;
    private static final int VOUCHER_MOST = 3;

    /** The order drawn last: its number, from 0, and the second of its purchase on the local clock. */
    long order = -1;

    long purchase;
    long person;
    int state;
    int items;
    final long[] products = new long[MOST_ITEMS];
    final long[] prices = new long[MOST_ITEMS];
    final long[] freights = new long[MOST_ITEMS];

    /** What is paid in all, in cents. */
    long total;

    /** Position among the statuses: 0 delivered, 1 shipped, 2 cancelled, 3 unavailable, 4 in work. */
    int fate;

    int vouchers;
    double paymentDraw;
    long approved;
    long sent;
    long delivered;
    long estimated;

    private final Habits habits;
    private final MarketplaceProducts offered;
    private final boolean priced;
    private final Arrivals arrivals;
    private final Drift drift;
    private final SplittableRandom random;
    private final long persons;

    /**
     * Starts before the first order.
     *
     * @param priced whether prices and freights are wanted; the orders are the same
     */
    MarketplaceOrders(
            long rows,
            Habits habits,
            MarketplaceProducts offered,
            SimulationSpec parameters,
            boolean priced,
            SplittableRandom random) {
        double[] intensity = SEASONS.intensity(parameters);
        this.habits = habits;
        this.offered = offered;
        this.priced = priced;
        this.drift = new Drift(parameters, intensity.length);
        this.arrivals = new Arrivals(rows, intensity, random.split());
        this.random = random;
        this.persons = persons(rows, parameters.rowsPerCustomer());
    }

    /** How many persons there are if those who order at all order so often: x / (1 - e^-x) orders where x are meant. */
    private static long persons(long rows, double ordersPerPerson) {
        double mean = ordersPerPerson;
        for (int i = 0; i < 200; i++) {
            mean = ordersPerPerson * (1 - StrictMath.exp(-mean));
        }
        return Math.max(1, (long) (rows / Math.max(mean, 1e-3)));
    }

    /** Draws the next order. */
    void next() {
        order++;
        purchase = FIRST_DAY.toEpochDay() * DAY + arrivals.next();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(purchase, DAY));
        person = random.nextLong(persons);
        state = MarketplacePlaces.state(habits.uniform(person, STATE));
        double draw = random.nextDouble();
        fate = draw < 0.97 ? 0 : draw < 0.98 ? 1 : draw < 0.987 ? 2 : draw < 0.993 ? 3 : 4;
        items(day);
        double chosen = random.nextDouble();
        boolean moved = chosen >= CARDS && chosen < CARDS + MOVED_TO_CARDS * drift.late(arrivals.hour());
        paymentDraw = moved ? chosen - MOVED_TO_CARDS : chosen;
        vouchers = random.nextDouble() < 0.033 ? 1 + random.nextInt(VOUCHER_MOST) : 0;
        times(day);
    }

    private void items(LocalDate day) {
        double several = random.nextDouble();
        items = several < 0.9 ? 1 : several < 0.97 ? 2 : several < 0.99 ? 3 : MOST_ITEMS;
        total = 0;
        for (int i = 0; i < items; i++) {
            boolean again = i > 0 && random.nextDouble() < 0.7;
            double favourite = habits.uniform(person, CATEGORY);
            products[i] =
                    again ? products[i - 1] : offered.product(favourite, random.nextDouble(), random.nextDouble(), day);
            int handling = random.nextInt(300);
            if (priced) {
                price(i, handling);
            }
        }
    }

    private void price(int item, int handling) {
        prices[item] = offered.price(products[item], drift.level(arrivals.hour()));
        int distance = MarketplacePlaces.days(offered.sellerState(seller(item)), state);
        double kilograms = offered.grams(products[item]) / 1000.0;
        freights[item] = 700 + 110 * distance + (long) (kilograms * (150 + 40 * distance)) + handling;
        total += prices[item] + freights[item];
    }

    private void times(LocalDate day) {
        boolean slip = paymentDraw >= CARDS && paymentDraw < CARDS_AND_SLIPS;
        approved = purchase + 600 + (long) (random.nextDouble() * (slip ? 2.5 * DAY : 2 * HOUR));
        sent = approved + HOUR * 12 + (long) (-StrictMath.log(1 - random.nextDouble()) * 2 * DAY);
        int distance = MarketplacePlaces.days(offered.sellerState(offered.seller(products[0])), state);
        double crowded = day.getMonthValue() == 11 && day.getDayOfMonth() > 20 ? 1.6 : 1;
        double onTheWay = (3 + distance) * crowded * (0.6 + 0.8 * random.nextDouble());
        delivered = sent + (long) (onTheWay * DAY);
        estimated = (purchase / DAY + 12 + distance + random.nextInt(8)) * DAY;
    }

    long seller(int item) {
        return offered.seller(products[item]);
    }
}
