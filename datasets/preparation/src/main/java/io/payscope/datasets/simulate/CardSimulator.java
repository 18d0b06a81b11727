package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Rows in the schema of the European card payments: 28 components without names, an amount and a class. Components are
 * normal with the spread that falls from the first to the last as in the original. A fraud shifts the components that
 * tell frauds there, by a strength of its own; one fraud in six shifts none and cannot be found.
 */
final class CardSimulator implements Simulator {

    private static final String FILE = "creditcard.csv";
    private static final int COMPONENTS = 28;
    private static final int HOURS_OF_DAY = 24;
    private static final int DECIMALS = 9;
    private static final double UNIT = 1e9;
    private static final double FIRST_SPREAD = 1.96;
    private static final double LAST_SPREAD = 0.33;
    private static final double HIDDEN_SHARE = 1.0 / 6;

    /** Components that shift, by number, and by how many spreads at full strength. */
    private static final int[] SHIFTED = {3, 4, 7, 9, 10, 11, 12, 14, 16, 17};

    private static final double[] SHIFTS = {-1.1, 1.2, -0.9, -0.8, -1.3, 1.2, -1.6, -1.9, -1.1, -1.4};

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Arrivals arrivals = new Arrivals(
                rawRows, parameters.days() * HOURS_OF_DAY, hour -> Arrivals.DAY[hour % HOURS_OF_DAY], random.split());
        double[] chances = arrivals.steadyChances(parameters.fraudRate());
        Dirt dirt = new Dirt(parameters, random.split());
        try (RawFileWriter out = sink.open(FILE)) {
            out.header(header());
            for (long i = 0; i < rawRows; i++) {
                long second = arrivals.next();
                boolean fraud = random.nextDouble() < chances[arrivals.hour()];
                row(out, second, fraud, random, dirt);
            }
        }
    }

    private static String header() {
        StringBuilder header = new StringBuilder("Time,");
        for (int i = 1; i <= COMPONENTS; i++) {
            header.append('V').append(i).append(',');
        }
        return header.append("Amount,Class").toString();
    }

    private static void row(RawFileWriter out, long second, boolean fraud, SplittableRandom random, Dirt dirt)
            throws IOException {
        double strength = fraud && random.nextDouble() >= HIDDEN_SHARE ? 0.5 + random.nextDouble() : 0;
        out.whole(second);
        int shifted = 0;
        for (int i = 1; i <= COMPONENTS; i++) {
            double spread = FIRST_SPREAD + (LAST_SPREAD - FIRST_SPREAD) * (i - 1) / (COMPONENTS - 1);
            double value = random.nextGaussian();
            if (shifted < SHIFTED.length && SHIFTED[shifted] == i) {
                value += SHIFTS[shifted++] * strength;
            }
            out.fixed((long) (value * spread * UNIT), DECIMALS);
        }
        if (dirt.spoils()) {
            out.spoil(dirt.noNumber());
        }
        double level = fraud ? 3.2 + 1.9 * random.nextGaussian() : 3.15 + 1.6 * random.nextGaussian();
        long cents = random.nextDouble() < 0.006 ? 0 : (long) (Math.exp(level) * 100);
        out.fixed(cents, 2).whole(fraud ? 1 : 0).endRow(dirt.copies());
    }
}
