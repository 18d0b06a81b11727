package io.payscope.datasets.simulate;

import static io.payscope.datasets.simulate.MobileMoneyPeople.CASH_IN;
import static io.payscope.datasets.simulate.MobileMoneyPeople.CASH_OUT;
import static io.payscope.datasets.simulate.MobileMoneyPeople.PAYMENT;
import static io.payscope.datasets.simulate.MobileMoneyPeople.TRANSFER;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows in the schema of PaySim: customers pay, cash in and out and transfer. Frauds are transfers and cash-outs only:
 * chains from a victim over a mule to cash, accounts in other hands that are emptied in a burst, tills of agents in
 * wrong hands, and single large amounts. Not every fraud takes the whole balance and some honest customers do.
 */
final class MobileMoneySimulator implements Simulator {

    private static final String FILE = "PS_20174392719_1491204439457_log.csv";
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud";

    /** Step 1, the first hour, is 2017-01-01 01:00. */
    private static final Seasons SEASONS = new Seasons(
            LocalDate.of(2017, 1, 1),
            1,
            List.of(1.0, 0.98, 1.0, 1.04, 1.12, 0.85, 0.7),
            0.05,
            350,
            List.of(new Occasion(0, 25, 3, null, 1.3), new Occasion(1, 1, 1, null, 0.6)));

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        try (RawFileWriter out = sink.open(FILE)) {
            new Run(rawRows, seed, parameters, out.header(HEADER)).write();
        }
    }

    private static List<List<Stain>> stains() {
        List<Stain> rules = new ArrayList<>(Stain.values(0, "0", "-3", "4000000000000"));
        rules.addAll(Stain.values(1, "REFUND", "transfer?"));
        rules.addAll(Stain.values(9, "2", "yes", ""));
        rules.addAll(Stain.values(4, "-1.00"));
        return List.of(Stain.ofRows(), Stain.ofAmount(2), Stain.ofNumber(4), Stain.ofText(3), rules);
    }

    private static final class Run {

        private static final long FIRST_CUSTOMER = 1_000_000_000L;
        private static final int NUMBER_BITS = 30;
        private static final byte[][] TYPES = {
            bytes("CASH_OUT"), bytes("PAYMENT"), bytes("CASH_IN"), bytes("TRANSFER"), bytes("DEBIT")
        };
        private static final double EMPTY_ACCOUNT_SHARE = 0.35;

        private final long rows;
        private final Arrivals arrivals;
        private final MobileMoneyPeople people;
        private final MobileMoneyFrauds frauds;
        private final Dirt dirt;
        private final RawFileWriter out;

        Run(long rows, long seed, SimulationSpec parameters, RawFileWriter out) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] intensity = SEASONS.intensity(parameters);
            Drift drift = new Drift(parameters, intensity.length);
            this.rows = rows;
            this.arrivals = new Arrivals(rows, intensity, random.split());
            this.people = new MobileMoneyPeople(rows, new Habits(seed), parameters, drift, random.split());
            this.frauds = new MobileMoneyFrauds(parameters, intensity, drift, people, random.split());
            this.dirt = new Dirt(parameters, random.split(), stains());
            this.out = out;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        void write() throws IOException {
            MobileMoneyPayment payment = new MobileMoneyPayment();
            for (long i = 0; i < rows; i++) {
                long second = arrivals.next();
                int hour = arrivals.hour();
                payment.fraud = frauds.draw(payment, second, hour, SEASONS.hourOfDay(hour));
                if (!payment.fraud) {
                    honest(payment, hour);
                }
                write(payment, hour);
            }
        }

        private void honest(MobileMoneyPayment payment, int hour) {
            payment.payer = people.payer(SEASONS.hourOfDay(hour));
            payment.type = people.type(payment.payer, hour);
            usual(people, payment, hour);
        }

        private void write(MobileMoneyPayment payment, int hour) throws IOException {
            boolean in = payment.type == CASH_IN;
            boolean merchant = payment.type == PAYMENT;
            long amount = payment.amount;
            long after = in ? payment.balance + amount : Math.max(0, payment.balance - amount);
            boolean moved = !merchant && !payment.fraud;
            long payeeAfter =
                    moved ? Math.max(0, payment.payeeBalance + (in ? -amount : amount)) : payment.payeeBalance;
            out.whole(hour + 1L)
                    .bytes(TYPES[payment.type])
                    .fixed(amount, 2)
                    .letterAndNumber('C', number(payment.payer))
                    .fixed(payment.balance, 2)
                    .fixed(after, 2)
                    .letterAndNumber(merchant ? 'M' : 'C', number(payment.payee))
                    .fixed(payment.payeeBalance, 2)
                    .fixed(payeeAfter, 2)
                    .whole(payment.fraud ? 1 : 0)
                    .whole(0)
                    .endRow(dirt);
        }

        /** One to one, so that a number shows neither popularity nor kind of an account. */
        private static long number(long account) {
            long spread = account * 0x9e3779b1L & (1L << NUMBER_BITS) - 1;
            return FIRST_CUSTOMER + (spread ^ spread >>> 15);
        }
    }

    /** Fills in what the payer usually does in a payment of its type. */
    static void usual(MobileMoneyPeople people, MobileMoneyPayment payment, int hour) {
        payment.amount = people.amount(payment.payer, payment.type, hour, 0);
        payment.balance = people.balance(payment.payer, payment.amount, payment.type);
        payment.payeeBalance = payment.type == PAYMENT ? 0 : people.recipientBalance(Run.EMPTY_ACCOUNT_SHARE);
        payment.payee = switch (payment.type) {
            case PAYMENT -> people.merchant(payment.payer);
            case TRANSFER -> people.contact(payment.payer);
            case CASH_OUT, CASH_IN -> people.agent(payment.payer);
            default -> people.agent(0);
        };
    }
}
