package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows in the schema of the European card payments: 28 components without names, an amount and a class. What a fraud
 * does to amount, hour, merchant, pace and distance shows in the components only as a mixture.
 */
final class CardSimulator implements Simulator {

    private static final String FILE = "creditcard.csv";
    private static final int DECIMALS = 9;
    private static final double UNIT = 1e9;
    private static final byte[][] LABELS = {
        "\"0\"".getBytes(StandardCharsets.US_ASCII), "\"1\"".getBytes(StandardCharsets.US_ASCII)
    };
    private static final Seasons SEASONS = new Seasons(
            LocalDate.of(2013, 9, 1),
            0,
            List.of(1.0, 1.0, 1.0, 1.0, 1.1, 1.15, 0.85),
            0.08,
            350,
            List.of(new Occasion(12, 10, 15, null, 1.4), new Occasion(12, 25, 2, null, 0.5)));

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double[] intensity = SEASONS.intensity(parameters);
        Drift drift = new Drift(parameters, intensity.length);
        Arrivals arrivals = new Arrivals(rawRows, intensity, random.split());
        CardPayments payments = new CardPayments(rawRows, seed, parameters, intensity, drift, random.split());
        Dirt dirt = new Dirt(parameters, random.split(), stains());
        try (RawFileWriter out = sink.open(FILE)) {
            out.header(header());
            for (long i = 0; i < rawRows; i++) {
                long second = arrivals.next();
                payments.draw(second, arrivals.hour(), SEASONS.hourOfDay(arrivals.hour()));
                out.whole(second);
                for (int component = 0; component < CardComponents.COMPONENTS; component++) {
                    double value = CardComponents.value(component, payments.traits, random.nextGaussian());
                    out.fixed((long) (value * UNIT), DECIMALS);
                }
                out.fixed(payments.cents, 2)
                        .bytes(LABELS[payments.fraud ? 1 : 0])
                        .endRow(dirt);
            }
        }
    }

    private static List<List<Stain>> stains() {
        return List.of(
                Stain.ofRows(),
                Stain.ofNumber(3),
                Stain.ofAmount(29),
                Stain.values(0, "-5", "9e15", "", "2013-09-01"),
                Stain.values(30, "2", "fraud", "\"\""));
    }

    /** Quoted, as the original is. */
    private static String header() {
        StringBuilder header = new StringBuilder("\"Time\",");
        for (int i = 1; i <= CardComponents.COMPONENTS; i++) {
            header.append("\"V").append(i).append("\",");
        }
        return header.append("\"Amount\",\"Class\"").toString();
    }
}
