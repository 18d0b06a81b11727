package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Files in the schema of the IEEE-CIS competition. Cards have a product, a region and a level of spending of their own.
 * A small share of the cards is taken over at some time: most of their payments in the weeks that follow are fraud,
 * larger, with higher counts. The V columns come in blocks that are present or missing together and count things; in
 * some blocks a fraud counts higher. A fifth of the frauds show nothing.
 */
final class OnlineSimulator implements Simulator {

    private static final String TRANSACTIONS = "train_transaction.csv";
    private static final String IDENTITIES = "train_identity.csv";
    private static final long FIRST_ID = 2_987_000;
    private static final long FIRST_SECOND = 86_400;
    private static final int HOURS_OF_DAY = 24;
    private static final double IDENTITY_SHARE = 0.24;

    @Override
    public boolean compressed() {
        return true;
    }

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Habits habits = new Habits(seed);
        try (RawFileWriter out = sink.open(TRANSACTIONS)) {
            out.header(OnlineColumns.transactionHeader());
            Arrivals arrivals =
                    new Arrivals(rawRows, parameters.days() * HOURS_OF_DAY, OnlineSimulator::weight, random.split());
            Dirt dirt = new Dirt(parameters, random.split());
            OnlineRow row = new OnlineRow(habits, random.split(), Math.max(200, rawRows / 12), parameters);
            for (long i = 0; i < rawRows; i++) {
                row.draw(arrivals.next());
                row.write(out, FIRST_ID + i, FIRST_SECOND, dirt);
            }
        }
        try (RawFileWriter out = sink.open(IDENTITIES)) {
            out.header(OnlineColumns.identityHeader());
            for (long i = 0; i < rawRows; i++) {
                if (habits.uniform(i, OnlineRow.IDENTITY) < IDENTITY_SHARE) {
                    OnlineColumns.identity(out, FIRST_ID + i, random);
                }
            }
        }
    }

    private static double weight(int hour) {
        int day = hour / HOURS_OF_DAY;
        double weekly = 1 + 0.18 * Math.sin(2 * Math.PI * day / 7.0);
        double gifts = day > 10 && day < 25 ? 1.35 : 1;
        return Arrivals.DAY[hour % HOURS_OF_DAY] * weekly * gifts;
    }
}
