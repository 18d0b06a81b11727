package io.payscope.datasets.synthesize;

import io.payscope.core.model.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Labelled rows by the columns that all banks share: at most {@value #MOST_FRAUDS} frauds and {@value
 * #MOST_LEGITIMATES} others, drawn evenly. About 100 bytes a row. Not thread-safe.
 */
public final class CommonSample {

    /** Names of the columns. */
    public static final List<String> COLUMNS = columns();

    private static final int MOST_FRAUDS = 10_000;
    private static final int MOST_LEGITIMATES = 40_000;

    private final Group frauds;
    private final Group legitimates;

    /**
     * One row.
     *
     * @param micros when, in microseconds since 1970
     * @param fraud its label
     * @param values one a column; not copied, so a holder must not change it
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on tens of thousands of times, never compared.
    public record Row(long micros, boolean fraud, float[] values) {}

    CommonSample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        frauds = new Group(MOST_FRAUDS, random);
        legitimates = new Group(MOST_LEGITIMATES, random);
    }

    private static List<String> columns() {
        List<String> names = new ArrayList<>(List.of("amount_score", "hour_cosine", "hour_sine"));
        names.addAll(CommonRow.NAMES.subList(CommonRow.UNUSUALNESS, CommonRow.WIDTH));
        CommonRow.CHANNELS.forEach(channel -> names.add("channel_" + channel));
        return List.copyOf(names);
    }

    /** Takes a row into account, if it has a label. */
    void add(CommonRow row, SourceProfile profile) {
        switch (row.label) {
            case FRAUD -> frauds.add(row, profile);
            case LEGITIMATE -> legitimates.add(row, profile);
            case UNKNOWN -> {}
        }
    }

    /** @return the rows kept, in the order of time */
    public List<Row> inTimeOrder() {
        List<Row> rows = new ArrayList<>(frauds.rows);
        rows.addAll(legitimates.rows);
        rows.sort((a, b) -> Long.compare(a.micros, b.micros));
        return rows;
    }

    private static Row row(CommonRow row, SourceProfile profile) {
        float[] values = new float[COLUMNS.size()];
        double angle = row.values[CommonRow.SECOND] / 86_400 * 2 * Math.PI;
        values[0] = (float) profile.amountScore(row.values[CommonRow.LOG_AMOUNT]);
        values[1] = (float) Math.cos(angle);
        values[2] = (float) Math.sin(angle);
        for (int i = CommonRow.UNUSUALNESS; i < CommonRow.WIDTH; i++) {
            values[i + 1] = (float) row.values[i];
        }
        Arrays.fill(values, CommonRow.WIDTH + 1, values.length, 0);
        values[CommonRow.WIDTH + 1 + row.channel] = 1;
        return new Row(row.micros, row.label == Label.FRAUD, values);
    }

    private static final class Group {

        private final int most;
        private final SplittableRandom random;
        private final List<Row> rows = new ArrayList<>();
        private long seen;

        private Group(int most, SplittableRandom random) {
            this.most = most;
            this.random = random;
        }

        private void add(CommonRow row, SourceProfile profile) {
            long place = seen < most ? seen : random.nextLong(seen + 1);
            seen++;
            if (place < rows.size()) {
                rows.set((int) place, row(row, profile));
            } else if (place < most) {
                rows.add(row(row, profile));
            }
        }
    }
}
