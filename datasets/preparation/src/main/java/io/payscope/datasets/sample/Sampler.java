package io.payscope.datasets.sample;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.model.Label;
import io.payscope.datasets.map.Interest;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.map.RowBatch;
import io.payscope.datasets.map.RowCodec;
import io.payscope.datasets.primitive.ByteRecord;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.primitive.MergeSort;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Draws a stratified sample in one pass. Each row's priority is a hash of its values and the seed, and each label keeps
 * its smallest priorities, so the sample depends on neither the order of the rows nor on how they are read. Rows that
 * may be kept wait in a temporary file; in memory they take 55 bytes for each row kept. Not thread-safe.
 */
public final class Sampler implements Interest, Closeable {

    private static final int STRATUM_SHIFT = 28;

    private final long rows;
    private final long salt;
    private final RowSpool spool;
    private final ByteRecord record = new ByteRecord();
    private final Stratum[] strata = new Stratum[Label.values().length];

    /**
     * Starts without rows.
     *
     * @param rows most rows kept
     * @param seed another seed draws another sample
     * @param folder for the temporary file
     */
    public Sampler(long rows, long seed, Path folder) throws IOException {
        this.rows = rows;
        this.salt = ContentHash.mix(seed ^ 0x9e3779b97f4a7c15L);
        this.spool = new RowSpool(folder);
        Arrays.setAll(strata, _ -> new Stratum(rows));
    }

    @Override
    public long priority(long hashHigh, long hashLow) {
        return ContentHash.mix(hashHigh ^ salt) ^ hashLow;
    }

    @Override
    public boolean mayKeep(Label label, long priority) {
        return priority <= strata[label.ordinal()].bound();
    }

    /** Takes a row into account. */
    public void offer(MappedRow row) throws IOException {
        Stratum stratum = strata[row.label.ordinal()];
        long priority = priority(row.hashHigh, row.hashLow);
        if (stratum.wants(priority)) {
            record.clear();
            RowCodec.write(row, record);
            long offset = spool.append(record.bytes(), 0, record.length());
            stratum.put(priority, offset, record.length(), row.micros, row.id.prefix(), row.sourceRow);
        }
    }

    /** Takes a row of a batch into account that was read with this sampler's interest. */
    public void offer(RowBatch batch, int row) throws IOException {
        Stratum stratum = strata[batch.label(row).ordinal()];
        long priority = batch.priority(row);
        if (stratum.wants(priority)) {
            int length = batch.length(row);
            long offset = spool.append(batch.bytes(), batch.start(row), length);
            stratum.put(priority, offset, length, batch.micros(row), batch.order(row), batch.sourceRow(row));
        }
    }

    /**
     * Draws the sample.
     *
     * @return it, in the order of time, then of the first eight characters of the id, then of the priority
     */
    public Sample finish() throws IOException {
        spool.flush();
        LabelCounts before = counts(strata[0].seen(), strata[1].seen(), strata[2].seen());
        long[] shares = Allocation.of(
                rows, Arrays.stream(strata).mapToLong(Stratum::seen).toArray());
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < strata.length; i++) {
            strata[i].shrinkTo(shares[i]);
            if (strata[i].size() > 0) {
                weights.put(Label.values()[i].name(), (double) strata[i].seen() / strata[i].size());
            }
        }
        LabelCounts after = counts(strata[0].size(), strata[1].size(), strata[2].size());
        return new Sample(before, after, weights);
    }

    private static LabelCounts counts(long fraud, long legitimate, long unknown) {
        return new LabelCounts(fraud, legitimate, unknown);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** What is done with each row of a sample. */
    @FunctionalInterface
    public interface RowConsumer {

        /** @param row the row, filled again for the next one */
        void accept(MappedRow row) throws IOException;
    }

    /** The rows drawn. */
    public final class Sample {

        private final LabelCounts before;
        private final LabelCounts after;
        private final Map<String, Double> weights;

        private final int[] order;

        private Sample(LabelCounts before, LabelCounts after, Map<String, Double> weights) {
            this.order = order();
            this.before = before;
            this.after = after;
            this.weights = weights;
        }

        /** @return labels of all rows offered */
        public LabelCounts before() {
            return before;
        }

        /** @return labels of the rows drawn */
        public LabelCounts after() {
            return after;
        }

        /** @return by label, how many offered rows each drawn row stands for */
        public Map<String, Double> inclusionWeights() {
            return weights;
        }

        /** @return number of rows drawn */
        public int size() {
            return order.length;
        }

        /** Fills a row with the i-th in order; any thread may, with a record of its own for what lies between. */
        public void read(int i, ByteRecord between, MappedRow row) throws IOException {
            Stratum stratum = stratum(i);
            int place = place(i);
            spool.read(stratum.offset(place), stratum.length(place), between, row);
            row.sourceRow = stratum.sourceRow(place);
        }

        /** @return the number that the i-th row in order has in its file */
        public long sourceRow(int i) {
            return stratum(i).sourceRow(place(i));
        }

        private Stratum stratum(int i) {
            return strata[order[i] >>> STRATUM_SHIFT];
        }

        private int place(int i) {
            return order[i] & (1 << STRATUM_SHIFT) - 1;
        }

        /** Hands the rows out in order. */
        public void forEach(MappedRow row, RowConsumer consumer) throws IOException {
            for (int i = 0; i < order.length; i++) {
                read(i, record, row);
                consumer.accept(row);
            }
        }

        private int[] order() {
            int[] all = IntStream.range(0, strata.length)
                    .flatMap(s -> IntStream.range(0, strata[s].size()).map(i -> s << STRATUM_SHIFT | i))
                    .toArray();
            return MergeSort.sorted(all, this::compare);
        }

        private int compare(int left, int right) {
            Stratum a = strata[left >>> STRATUM_SHIFT];
            Stratum b = strata[right >>> STRATUM_SHIFT];
            int i = left & (1 << STRATUM_SHIFT) - 1;
            int j = right & (1 << STRATUM_SHIFT) - 1;
            int byTime = Long.compare(a.micros(i), b.micros(j));
            if (byTime != 0) {
                return byTime;
            }
            int byId = Long.compareUnsigned(a.order(i), b.order(j));
            return byId != 0 ? byId : Long.compare(a.priority(i), b.priority(j));
        }
    }
}
