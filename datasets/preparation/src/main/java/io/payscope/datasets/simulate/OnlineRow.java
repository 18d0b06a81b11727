package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.SplittableRandom;

/** Draws and writes one online payment after the other. Not thread-safe. */
final class OnlineRow {

    /** The trait of a row that decides whether it has identity data. */
    static final int IDENTITY = 90;

    private static final String[] PRODUCTS = {"W", "C", "R", "H", "S"};
    private static final double[] PRODUCT_SHARES = {0.74, 0.12, 0.06, 0.055, 0.025};
    private static final String[] NETWORKS = {"visa", "mastercard", "american express", "discover"};
    private static final String[] MAILS = {"gmail.com", "yahoo.com", "hotmail.com", "anonymous.com", "aol.com"};
    private static final int DAY_SECONDS = 86_400;
    private static final double TAKEN_OVER_SHARE = 0.09;
    private static final int TAKEN_OVER_DAYS = 80;
    private static final double FRAUD_WHILE_TAKEN_OVER = 0.7;
    private static final double HIDDEN_SHARE = 0.2;

    private final Habits habits;
    private final SplittableRandom random;
    private final long cards;
    private final int days;
    private final double strayRate;
    private final CountBlocks blocks;
    private long second;
    private long card;
    private boolean fraud;
    private boolean visible;

    OnlineRow(Habits habits, SplittableRandom random, long cards, SimulationSpec parameters) {
        this.habits = habits;
        this.random = random;
        this.cards = cards;
        this.days = parameters.days();
        double byTakeover = TAKEN_OVER_SHARE * TAKEN_OVER_DAYS / (days + TAKEN_OVER_DAYS) * FRAUD_WHILE_TAKEN_OVER;
        this.strayRate = Math.max(0, parameters.fraudRate() - byTakeover);
        this.blocks = new CountBlocks(random.split());
    }

    /** Draws a payment at a second since the beginning. */
    void draw(long at) {
        second = at;
        card = random.nextLong(cards);
        double chance = isTakenOver() ? FRAUD_WHILE_TAKEN_OVER : strayRate;
        fraud = random.nextDouble() < chance;
        visible = fraud && random.nextDouble() >= HIDDEN_SHARE;
    }

    private boolean isTakenOver() {
        if (habits.uniform(card, 1) >= TAKEN_OVER_SHARE) {
            return false;
        }
        double from = habits.uniform(card, 2) * (days + TAKEN_OVER_DAYS) - TAKEN_OVER_DAYS;
        double day = (double) second / DAY_SECONDS;
        return day >= from && day < from + TAKEN_OVER_DAYS;
    }

    /** Writes the payment. */
    void write(RawFileWriter out, long id, long firstSecond, Dirt dirt) throws IOException {
        int product = product();
        out.whole(id).whole(fraud ? 1 : 0).whole(firstSecond + second);
        double level = 4.2 + 0.6 * habits.normal(card, 3) + 0.6 * random.nextGaussian() + (visible ? 0.35 : 0);
        out.fixed((long) (Math.exp(level) * 1000), 3);
        if (dirt.spoils()) {
            out.spoil(dirt.noNumber());
        }
        out.text(PRODUCTS[product]);
        card(out);
        optional(out, 0.4, 1, 300);
        optional(out, 0.06, 1, 200);
        out.text(MAILS[(int) (habits.uniform(card, 9) * MAILS.length)]);
        if (product == 0) {
            out.empty();
        } else {
            out.text(MAILS[random.nextInt(MAILS.length)]);
        }
        counts(out);
        delays(out);
        matches(out);
        blocks.write(out, visible);
        out.endRow(dirt.copies());
    }

    private int product() {
        double draw = random.nextDouble() < 0.6 ? habits.uniform(card, 4) : random.nextDouble();
        if (visible && random.nextDouble() < 0.35) {
            return 1;
        }
        int product = 0;
        while (product < PRODUCT_SHARES.length - 1 && draw >= PRODUCT_SHARES[product]) {
            draw -= PRODUCT_SHARES[product++];
        }
        return product;
    }

    private void card(RawFileWriter out) {
        out.whole(1000 + card % 17_000);
        out.fixed(1000 + 10 * (long) (habits.uniform(card, 5) * 500), 1).text("150.0");
        out.text(NETWORKS[Math.min(3, (int) (habits.uniform(card, 6) * 3.1))]);
        out.fixed(1000 + 10 * (long) (habits.uniform(card, 7) * 130), 1);
        out.text(habits.uniform(card, 8) < 0.75 ? "debit" : "credit");
        if (habits.uniform(card, 10) < 0.11) {
            out.empty().empty();
        } else {
            out.fixed(1000 + 10 * (long) (habits.uniform(card, 11) * 440), 1).text("87.0");
        }
    }

    private void optional(RawFileWriter out, double share, int from, int to) {
        if (random.nextDouble() < share) {
            out.fixed(10L * random.nextInt(from, to), 1);
        } else {
            out.empty();
        }
    }

    private void counts(RawFileWriter out) {
        double mean = visible ? 3.4 : 1.7;
        for (int i = 1; i <= OnlineColumns.COUNTS; i++) {
            long count = (long) (-Math.log(1 - random.nextDouble()) * mean * (i == 3 || i == 7 ? 0.1 : 1));
            out.fixed(count * 10, 1);
        }
    }

    private void delays(RawFileWriter out) {
        long age = second / DAY_SECONDS + (long) (habits.uniform(card, 12) * 300);
        for (int i = 1; i <= OnlineColumns.DELAYS; i++) {
            if (i > 5 && random.nextDouble() < 0.7) {
                out.empty();
            } else if (visible && i != 3) {
                out.fixed(10L * random.nextLong(1 + age / 3), 1);
            } else {
                out.fixed(10L * (i == 3 ? random.nextInt(30) : random.nextLong(1 + age)), 1);
            }
        }
    }

    private void matches(RawFileWriter out) {
        boolean present = habits.uniform(card, 13) < 0.6;
        for (int i = 1; i <= OnlineColumns.MATCHES; i++) {
            if (!present) {
                out.empty();
            } else if (i == 4) {
                out.text("M" + random.nextInt(3));
            } else {
                out.text(random.nextDouble() < (visible ? 0.45 : 0.7) ? "T" : "F");
            }
        }
    }
}
