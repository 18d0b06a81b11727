package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where customers and sellers of the marketplace live: a state, and a zip code prefix within it. */
final class MarketplacePlaces {

    private static final String FILE = "olist_geolocation_dataset.csv";
    private static final String HEADER = "\"geolocation_zip_code_prefix\",\"geolocation_lat\",\"geolocation_lng\","
            + "\"geolocation_city\",\"geolocation_state\"";
    private static final int PREFIXES_OF_STATE = 200;
    private static final double DEGREES = 1e6;

    /** State, capital, share of the orders, first zip code prefix, latitude, longitude, days from the largest state. */
    private record State(
            String code, String capital, double share, int zip, double latitude, double longitude, int days) {}

    private static final State[] STATES = {
        new State("SP", "sao paulo", 0.42, 1000, -23.55, -46.63, 0),
        new State("RJ", "rio de janeiro", 0.13, 20000, -22.91, -43.17, 2),
        new State("MG", "belo horizonte", 0.12, 30000, -19.92, -43.94, 2),
        new State("RS", "porto alegre", 0.06, 90000, -30.03, -51.22, 4),
        new State("PR", "curitiba", 0.055, 80000, -25.43, -49.27, 2),
        new State("SC", "florianopolis", 0.04, 88000, -27.6, -48.55, 3),
        new State("BA", "salvador", 0.035, 40000, -12.97, -38.5, 7),
        new State("DF", "brasilia", 0.025, 70000, -15.79, -47.88, 4),
        new State("ES", "vitoria", 0.025, 29000, -20.32, -40.34, 4),
        new State("GO", "goiania", 0.025, 74000, -16.69, -49.26, 5),
        new State("PE", "recife", 0.02, 50000, -8.05, -34.88, 9),
        new State("CE", "fortaleza", 0.015, 60000, -3.72, -38.54, 10),
        new State("PA", "belem", 0.015, 66000, -1.46, -48.49, 12),
        new State("MT", "cuiaba", 0.015, 78000, -15.6, -56.1, 9),
        new State("AM", "manaus", 0.02, 69000, -3.12, -60.02, 15)
    };

    private static final byte[][] CAPITALS =
            OnlineRow.texts(Stream.of(STATES).map(State::capital).toArray(String[]::new));
    private static final byte[][] CODES =
            OnlineRow.texts(Stream.of(STATES).map(State::code).toArray(String[]::new));
    private static final byte[][][] PREFIXES = IntStream.range(0, STATES.length)
            .mapToObj(state -> OnlineRow.texts(IntStream.range(0, PREFIXES_OF_STATE)
                    .mapToObj(number -> prefix(state, number))
                    .toArray(String[]::new)))
            .toArray(byte[][][]::new);

    private MarketplacePlaces() {}

    /** The state of a place between 0 and 1. */
    static int state(double place) {
        double left = place;
        int state = 0;
        while (state < STATES.length - 1 && left >= STATES[state].share()) {
            left -= STATES[state++].share();
        }
        return state;
    }

    /** Days that a parcel takes longer between two states than within one. */
    static int days(int from, int to) {
        return from == to ? 0 : 2 + Math.max(STATES[from].days(), STATES[to].days());
    }

    /** Writes zip code prefix, city and state. */
    static void write(RawFileWriter out, int state, long account) {
        out.bytes(PREFIXES[state][(int) (account % PREFIXES_OF_STATE)]);
        out.bytes(CAPITALS[state]).bytes(CODES[state]);
    }

    /** Five digits in quotes, as the original has them. */
    private static String prefix(int state, int number) {
        String digits = Integer.toString(100_000 + STATES[state].zip() + number * 4);
        return '"' + digits.substring(1) + '"';
    }

    /** Writes the file of coordinates: three for each prefix. */
    static void writeCoordinates(RawSink sink, SimulationSpec parameters, SplittableRandom random) throws IOException {
        try (RawFileWriter out = sink.open(FILE)) {
            out.header(HEADER);
            Dirt dirt = new Dirt(parameters, random.split(), MarketplaceStains.ofOtherFiles());
            for (int i = 0; i < STATES.length * PREFIXES_OF_STATE * 3; i++) {
                State state = STATES[i / 3 / PREFIXES_OF_STATE];
                out.bytes(PREFIXES[i / 3 / PREFIXES_OF_STATE][i / 3 % PREFIXES_OF_STATE]);
                out.fixed((long) ((state.latitude() + 0.1 * random.nextGaussian()) * DEGREES), 6);
                out.fixed((long) ((state.longitude() + 0.1 * random.nextGaussian()) * DEGREES), 6);
                out.text(state.capital()).text(state.code()).endRow(dirt);
            }
        }
    }
}
