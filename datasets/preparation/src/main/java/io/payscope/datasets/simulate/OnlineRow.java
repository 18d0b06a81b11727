package io.payscope.datasets.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Writes online payments as rows of the transaction file. Not thread-safe. */
final class OnlineRow {

    static final byte[][] MAILS = texts(
            "gmail.com",
            "yahoo.com",
            "hotmail.com",
            "anonymous.com",
            "aol.com",
            "comcast.net",
            "icloud.com",
            "outlook.com",
            "msn.com",
            "att.net",
            "live.com",
            "sbcglobal.net",
            "protonmail.com",
            "mail.com");

    private static final byte[][] PRODUCTS = texts("W", "C", "R", "H", "S");
    private static final byte[][] NETWORKS = texts("visa", "mastercard", "american express", "discover");
    private static final byte[][] KINDS = texts("debit", "credit");
    private static final byte[][] MATCHES = texts("F", "T", "M0", "M1", "M2");
    private static final double[] COUNT_LEVELS = {1, 1, 0.05, 0.3, 0.6, 0.8, 0.05, 0.4, 0.8, 0.4, 0.8, 0.1, 2, 0.9};
    private static final double ROUND_AMOUNTS = 0.5;

    private final Habits habits;
    private final SplittableRandom random;
    private final CountBlocks blocks;

    OnlineRow(Habits habits, SplittableRandom random) {
        this.habits = habits;
        this.random = random;
        this.blocks = new CountBlocks(random.split());
    }

    static byte[][] texts(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** Writes a payment, all but the end of its row. */
    void write(RawFileWriter out, OnlinePayment payment, long id, long second) throws IOException {
        out.whole(id).whole(payment.fraud ? 1 : 0).whole(second);
        amount(out, payment);
        out.bytes(PRODUCTS[payment.product]);
        card(out, payment);
        optional(out, payment.far + (payment.product == OnlinePayments.PRODUCT_W ? 0.34 : 0), 60 + payment.far * 500);
        optional(out, payment.product == OnlinePayments.PRODUCT_W ? 0 : 0.23, 200);
        out.bytes(MAILS[(int) (payment.mail * payment.mail * MAILS.length)]);
        if (payment.product == OnlinePayments.PRODUCT_W) {
            out.empty();
        } else {
            out.bytes(MAILS[random.nextInt(MAILS.length)]);
        }
        counts(out, payment);
        delays(out, payment);
        matches(out, payment);
        blocks.write(out, payment.high, payment.product == OnlinePayments.PRODUCT_W);
    }

    /** Three decimals for product C, whose amounts are converted from other currencies. */
    private void amount(RawFileWriter out, OnlinePayment payment) {
        double amount = StrictMath.exp(payment.logAmount);
        long cents = Math.max(25, (long) (amount * 100));
        if (payment.product == OnlinePayments.PRODUCT_C) {
            out.fixed(Math.max(251, (long) (amount * 1000)), 3);
        } else if (random.nextDouble() < ROUND_AMOUNTS) {
            out.fixed((cents / 100 + 1) * 10, 1);
        } else {
            out.fixed(cents, 2);
        }
    }

    private void card(RawFileWriter out, OnlinePayment payment) {
        long card = payment.card;
        out.whole(1000 + (long) (habits.uniform(card, 17) * 17_000));
        out.fixed(1000 + 10 * (long) (habits.uniform(card, 5) * 500), 1);
        out.fixed(habits.uniform(card, 16) < 0.88 ? 1500 : 1850, 1);
        out.bytes(NETWORKS[Math.min(3, (int) (habits.uniform(card, 6) * 3.1))]);
        out.fixed(1000 + 10 * (long) (habits.uniform(card, 7) * 130), 1);
        out.bytes(KINDS[habits.uniform(card, 8) < 0.75 ? 0 : 1]);
        if (habits.uniform(card, 10) < 0.11) {
            out.empty().empty();
        } else {
            out.fixed(1000 + 10 * (long) (payment.region * payment.region * 440), 1)
                    .fixed(870, 1);
        }
    }

    private void optional(RawFileWriter out, double share, double mean) {
        if (random.nextDouble() < share) {
            out.fixed(10 * (1 + (long) (-StrictMath.log(1 - random.nextDouble()) * mean)), 1);
        } else {
            out.empty();
        }
    }

    /** Counts of addresses, cards and devices found together; those of a shared address are higher. */
    private void counts(RawFileWriter out, OnlinePayment payment) {
        for (int i = 0; i < OnlineColumns.COUNTS; i++) {
            double mean = payment.activity * COUNT_LEVELS[i] + (i < 2 || i == 10 ? payment.shared : 0);
            out.fixed(10 * (long) (-StrictMath.log(1 - random.nextDouble()) * mean), 1);
        }
    }

    /** Days since the card, its address and its device were first used, and since they were used last. */
    private void delays(RawFileWriter out, OnlinePayment payment) {
        long age = payment.ageDays;
        long gap = Math.min(age, (long) payment.gapDays);
        long since = age + (long) (habits.uniform(payment.card, 12) * 60);
        boolean other = payment.product != OnlinePayments.PRODUCT_W;
        for (int i = 1; i <= OnlineColumns.DELAYS; i++) {
            boolean rare = i >= 6 && i <= 9 || i >= 12 && i <= 14;
            double missing = i == 1 ? 0 : rare ? other ? 0.6 : 0.98 : 0.3;
            if (random.nextDouble() < missing) {
                out.empty();
            } else if (i == 9) {
                out.fixed(payment.hourOfDay * 1_000_000L / 24, 6);
            } else {
                boolean gaps = i == 3 || i == 5 || i == 7;
                out.fixed(10 * (gaps ? gap : i == 1 || i == 2 ? age : since), 1);
            }
        }
    }

    private void matches(RawFileWriter out, OnlinePayment payment) {
        boolean present = payment.product == OnlinePayments.PRODUCT_W && habits.uniform(payment.card, 13) < 0.8;
        for (int i = 1; i <= OnlineColumns.MATCHES; i++) {
            if (i == 4 && (present || random.nextDouble() < 0.6)) {
                out.bytes(MATCHES[2 + (random.nextDouble() < payment.matched ? 0 : 1 + random.nextInt(2))]);
            } else if (present) {
                out.bytes(MATCHES[random.nextDouble() < payment.matched ? 1 : 0]);
            } else {
                out.empty();
            }
        }
    }
}
