package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Rows in the schema of PaySim. Customers pay, cash in and out and transfer amounts around a level of their own, fewer
 * at night. Frauds keep their number through the night, so they are a larger share of it; they empty an account by a
 * transfer to a mule and often cash out there within the hour. Not every fraud takes the whole balance and some honest
 * customers do, so that the balance alone does not give a fraud away.
 */
final class MobileMoneySimulator implements Simulator {

    private static final String FILE = "PS_20174392719_1491204439457_log.csv";
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud";
    private static final String[] TYPES = {"CASH_OUT", "PAYMENT", "CASH_IN", "TRANSFER", "DEBIT"};
    private static final double[] TYPE_SHARES = {0.35, 0.34, 0.22, 0.083, 0.007};
    private static final double[] LOG_AMOUNT = {11.6, 8.9, 11.7, 12.6, 8.2};
    private static final double[] LOG_SPREAD = {0.8, 0.9, 0.7, 1.1, 0.9};
    private static final int CASH_OUT = 0;
    private static final int PAYMENT = 1;
    private static final int CASH_IN = 2;
    private static final int TRANSFER = 3;
    private static final long FIRST_CUSTOMER = 1_000_000_000L;
    private static final int HOURS_OF_DAY = 24;
    private static final int WEEKEND_FROM = 5;
    private static final double TRANSFER_SHARE = 0.55;
    private static final double CASHED_OUT_SHARE = 0.6;
    private static final double FRESH_MULE_SHARE = 0.7;
    private static final double EMPTY_ACCOUNT_SHARE = 0.35;
    private static final double FRAUDS_PER_CHAIN = 1 + TRANSFER_SHARE * CASHED_OUT_SHARE;

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        try (RawFileWriter out = sink.open(FILE)) {
            new Run(rawRows, seed, parameters, out.header(HEADER)).write();
        }
    }

    private static double weight(int hour) {
        int weekday = hour / HOURS_OF_DAY % 7;
        return Arrivals.DAY[hour % HOURS_OF_DAY] * (weekday >= WEEKEND_FROM ? 0.75 : 1.0);
    }

    private static final class Run {

        private final long rows;
        private final SplittableRandom random;
        private final Habits habits;
        private final Arrivals arrivals;
        private final Dirt dirt;
        private final double[] chances;
        private final RawFileWriter out;
        private final long customers;
        private final long mules;
        private long pendingMule = -1;
        private long pendingCents;

        Run(long rows, long seed, SimulationSpec parameters, RawFileWriter out) {
            this.rows = rows;
            this.random = new SplittableRandom(seed);
            this.habits = new Habits(seed);
            this.arrivals =
                    new Arrivals(rows, parameters.days() * HOURS_OF_DAY, MobileMoneySimulator::weight, random.split());
            this.dirt = new Dirt(parameters, random.split());
            this.chances = arrivals.steadyChances(parameters.fraudRate() / FRAUDS_PER_CHAIN);
            this.out = out;
            this.customers = Math.max(50, rows / 4);
            this.mules = Math.max(10, rows / 400);
        }

        void write() throws IOException {
            for (long i = 0; i < rows; i++) {
                arrivals.next();
                if (pendingMule >= 0) {
                    cashOutOfMule();
                } else if (random.nextDouble() < chances[arrivals.hour()]) {
                    fraud();
                } else {
                    honest();
                }
            }
        }

        private void fraud() throws IOException {
            long victim = random.nextLong(customers);
            boolean transfer = random.nextDouble() < TRANSFER_SHARE;
            double level = 12.9 + habits.normal(victim, 0) * 0.5 + random.nextGaussian();
            long amount = cents(level);
            double share = random.nextDouble() < 0.45 ? 1 : 0.25 + 0.7 * random.nextDouble();
            long balance = (long) (amount / share);
            boolean known = random.nextDouble() < 0.6;
            long mule = known ? random.nextLong(mules) : customers + random.nextLong(customers);
            long before = destinationBalance(FRESH_MULE_SHARE);
            row(transfer ? TRANSFER : CASH_OUT, amount, victim, balance, 'C', mule, before, true);
            if (transfer && random.nextDouble() < CASHED_OUT_SHARE) {
                pendingMule = mule;
                pendingCents = amount;
            }
        }

        private void cashOutOfMule() throws IOException {
            long mule = pendingMule;
            pendingMule = -1;
            long balance = random.nextDouble() < 0.5 ? pendingCents : pendingCents + cents(9);
            long before = destinationBalance(FRESH_MULE_SHARE);
            row(CASH_OUT, pendingCents, mule, balance, 'C', random.nextLong(mules), before, true);
        }

        private void honest() throws IOException {
            long customer = random.nextLong(customers);
            int type = type(customer);
            double level = LOG_AMOUNT[type] + habits.normal(customer, 0) * 0.5;
            long amount = cents(level + random.nextGaussian() * LOG_SPREAD[type]);
            boolean merchant = type == PAYMENT;
            long payee = merchant
                    ? random.nextLong(Math.max(20, customers / 20))
                    : customers + random.nextLong(Math.max(20, customers / 3));
            long balance = balance(customer, amount, type);
            long before = merchant ? 0 : destinationBalance(EMPTY_ACCOUNT_SHARE);
            row(type, amount, customer, balance, merchant ? 'M' : 'C', payee, before, false);
        }

        private int type(long customer) {
            double draw = random.nextDouble() < 0.5 ? habits.uniform(customer, 1) : random.nextDouble();
            int type = 0;
            while (type < TYPE_SHARES.length - 1 && draw >= TYPE_SHARES[type]) {
                draw -= TYPE_SHARES[type++];
            }
            return type;
        }

        private long balance(long customer, long amount, int type) {
            double draw = random.nextDouble();
            if (draw < 0.3) {
                return 0;
            }
            if (draw < 0.31 && type != CASH_IN) {
                return amount;
            }
            return cents(10.5 + habits.normal(customer, 2) * 1.2 + random.nextGaussian() * 1.2);
        }

        private long destinationBalance(double emptyShare) {
            return random.nextDouble() < emptyShare ? 0 : cents(12 + random.nextGaussian() * 1.6);
        }

        private static long cents(double logAmount) {
            return Math.max(1, (long) (Math.exp(logAmount) * 100));
        }

        private void row(
                int type,
                long amount,
                long payer,
                long balance,
                char payeeLetter,
                long payee,
                long payeeBalance,
                boolean fraud)
                throws IOException {
            boolean in = type == CASH_IN;
            long after = in ? balance + amount : Math.max(0, balance - amount);
            boolean moved = payeeLetter == 'C' && !fraud;
            long payeeAfter = moved ? Math.max(0, payeeBalance + (in ? -amount : amount)) : payeeBalance;
            out.whole(arrivals.hour() + 1L).text(TYPES[type]).fixed(amount, 2);
            if (dirt.spoils()) {
                out.spoil(dirt.noNumber());
            }
            out.letterAndNumber('C', FIRST_CUSTOMER + payer)
                    .fixed(balance, 2)
                    .fixed(after, 2)
                    .letterAndNumber(payeeLetter, FIRST_CUSTOMER + payee)
                    .fixed(payeeBalance, 2)
                    .fixed(payeeAfter, 2)
                    .whole(fraud ? 1 : 0)
                    .whole(0)
                    .endRow(dirt.copies());
        }
    }
}
