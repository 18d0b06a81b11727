package io.payscope.datasets.map;

import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.RefusalSink;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Batches of rows that can only be read one after the other. Not thread-safe. */
final class SequentialBatches implements BatchSource {

    private static final int BATCH_ROWS = 4_096;

    private final RowBatch batch = new RowBatch();
    private final RowSource rows;
    private final Interest interest;
    private final String file;
    private final MappedRow row;
    private final List<HeaderWarning> warnings;
    private boolean ended;

    /**
     * @param rows makes the source of the rows for a given taker of refused ones
     * @param warnings about the headers of all files
     */
    SequentialBatches(
            String file, Function<RefusalSink, RowSource> rows, Interest interest, List<HeaderWarning> warnings) {
        this.warnings = List.copyOf(warnings);
        this.file = file;
        this.interest = interest;
        this.rows = rows.apply(batch);
        this.row = this.rows.newRow();
    }

    @Override
    public @Nullable RowBatch next() throws IOException {
        if (ended) {
            return null;
        }
        batch.clear(file);
        while (batch.size() < BATCH_ROWS && !ended) {
            ended = !rows.next(row);
            if (!ended) {
                long priority = interest.priority(row.hashHigh, row.hashLow);
                batch.add(row, rows.line(), true, priority);
                if (interest.mayKeep(row.label, priority)) {
                    batch.encodeLast(row);
                }
            }
        }
        return batch;
    }

    @Override
    public List<String> features() {
        return rows.features();
    }

    @Override
    public List<HeaderWarning> warnings() {
        return warnings;
    }

    @Override
    public boolean hasOwnIds() {
        return true;
    }

    @Override
    public MappedRow newRow() {
        return rows.newRow();
    }

    @Override
    public long rowsRead() {
        return rows.rowsRead();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
