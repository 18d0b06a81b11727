package io.payscope.datasets.sample;

import io.payscope.core.model.BankId;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.output.LineageWriter;
import io.payscope.datasets.output.PartsWriter;
import io.payscope.datasets.primitive.ByteRecord;
import io.payscope.datasets.primitive.Threads;
import io.payscope.wire.part.DeflatedRows;
import io.payscope.wire.part.RowEncoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Writes a sample's rows as parts; several threads read and encode them {@value #CHUNK_ROWS} at a time. */
public final class SampleWriter {

    private static final int CHUNK_ROWS = 1_000;

    private final BankId bank;
    private final Supplier<MappedRow> rows;
    private final int features;
    private final int threads;

    /**
     * @param bank of all rows
     * @param rows makes rows of the right size
     * @param features number of numeric features
     * @param threads that encode rows
     */
    public SampleWriter(BankId bank, Supplier<MappedRow> rows, int features, int threads) {
        this.bank = bank;
        this.rows = rows;
        this.features = features;
        this.threads = threads;
    }

    /**
     * Writes all rows in the order of the sample, numbered from 1.
     *
     * @param lineage receives the numbers that the rows have in the raw file
     */
    public void write(Sampler.Sample sample, PartsWriter parts, LineageWriter lineage) throws IOException {
        int size = sample.size();
        Deque<Future<DeflatedRows>> pending = new ArrayDeque<>();
        try (ExecutorService encoders = Threads.start(threads, "encode")) {
            for (int from = 0; from < size; from += CHUNK_ROWS) {
                int first = from;
                int after = Math.min(from + CHUNK_ROWS, size);
                pending.add(encoders.submit(() -> encode(sample, first, after)));
                for (int i = first; i < after; i++) {
                    lineage.add(sample.sourceRow(i));
                }
                if (pending.size() > threads + 1) {
                    parts.write(Threads.await(pending.remove()));
                }
            }
            while (!pending.isEmpty()) {
                parts.write(Threads.await(pending.remove()));
            }
        }
    }

    private DeflatedRows encode(Sampler.Sample sample, int from, int to) throws IOException {
        MappedRow row = rows.get();
        ByteRecord record = new ByteRecord();
        try (RowEncoder encoder = new RowEncoder(features)) {
            for (int i = from; i < to; i++) {
                sample.read(i, record, row);
                row.sourceRow = i + 1L;
                encoder.write(row.transaction(bank), row.features);
            }
            return encoder.take();
        }
    }
}
