package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Files in the schema of the IEEE-CIS competition: online payments of cards with a level, a region, a mail provider and
 * merchants of their own. Frauds are cards in other hands, batches of cards from a compromised merchant, rings of new
 * cards that share address and device, and single large amounts. What is known of them shows in counts, delays, matches
 * and in blocks of the V columns.
 */
final class OnlineSimulator implements Simulator {

    private static final String TRANSACTIONS = "train_transaction.csv";
    private static final String IDENTITIES = "train_identity.csv";
    private static final long FIRST_ID = 2_987_000;
    private static final long FIRST_SECOND = 86_400;

    /** The first value of the time column is one day: the span begins on 1 December 2017. */
    private static final Seasons SEASONS = new Seasons(
            LocalDate.of(2017, 12, 1),
            0,
            List.of(0.95, 0.97, 1.0, 1.05, 1.2, 1.05, 0.8),
            0.1,
            350,
            List.of(
                    new Occasion(12, 8, 15, null, 1.35),
                    new Occasion(12, 25, 2, null, 0.5),
                    new Occasion(1, 1, 1, null, 0.6),
                    new Occasion(2, 11, 4, null, 1.15),
                    new Occasion(11, 23, 7, DayOfWeek.FRIDAY, 2.5)));

    @Override
    public boolean compressed() {
        return true;
    }

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        SplittableRandom writing = new SplittableRandom(seed + 1);
        try (RawFileWriter out = sink.open(TRANSACTIONS)) {
            out.header(OnlineColumns.transactionHeader());
            OnlineRow row = new OnlineRow(new Habits(seed), writing.split());
            Dirt dirt = new Dirt(parameters, writing.split(), stains());
            Replay replay = new Replay(rawRows, seed, parameters);
            for (long i = 0; i < rawRows; i++) {
                OnlinePayment payment = replay.next();
                row.write(out, payment, FIRST_ID + i, FIRST_SECOND + payment.second);
                out.endRow(dirt);
            }
        }
        try (RawFileWriter out = sink.open(IDENTITIES)) {
            out.header(OnlineColumns.identityHeader());
            OnlineIdentity identity = new OnlineIdentity(new Habits(seed), writing.split());
            Replay replay = new Replay(rawRows, seed, parameters);
            for (long i = 0; i < rawRows; i++) {
                OnlinePayment payment = replay.next();
                if (payment.hasIdentity) {
                    identity.write(out, payment, FIRST_ID + i);
                }
            }
        }
    }

    private static List<List<Stain>> stains() {
        List<Stain> labels = new ArrayList<>(Stain.values(1, "2", "", "true"));
        labels.addAll(Stain.values(4, "X", "w", ""));
        return List.of(
                Stain.ofRows(),
                Stain.ofAmount(3),
                Stain.ofNumber(5),
                Stain.ofText(0),
                Stain.values(2, "-86400", "9e15", "", "2017-12-01"),
                List.of(new Stain(Stain.Kind.CONFLICT, 3, "1.0")),
                labels);
    }

    /** The payments of a seed, from the first. */
    private static final class Replay {

        private final Arrivals arrivals;
        private final OnlinePayments payments;

        Replay(long rows, long seed, SimulationSpec parameters) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] intensity = SEASONS.intensity(parameters);
            this.arrivals = new Arrivals(rows, intensity, random.split());
            this.payments = new OnlinePayments(rows, new Habits(seed), parameters, intensity, random.split());
        }

        OnlinePayment next() {
            long second = arrivals.next();
            payments.draw(second, arrivals.hour(), SEASONS.hourOfDay(arrivals.hour()));
            return payments.payment;
        }
    }
}
