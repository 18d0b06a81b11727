package io.payscope.datasets.map;

import io.payscope.datasets.primitive.Threads;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.raw.RawBlock;
import io.payscope.datasets.raw.RawBlocks;
import io.payscope.datasets.raw.RawScanner;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file whose rows do not depend on each other by blocks, several at a time, and hands their rows on in the
 * order of the file: the number of threads changes nothing but the time. Memory: two blocks a thread and their rows.
 */
final class ParallelBatches implements BatchSource {

    private final String file;
    private final int fields;
    private final RawBlocks blocks;
    private final BiFunction<RawScanner, RefusalSink, TabularSource> mapping;
    private final TabularSource shape;
    private final Interest interest;
    private final int ahead;
    private final int blockBytes;
    private final ExecutorService threads;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Deque<byte[]> buffers = new ArrayDeque<>();
    private final Deque<RowBatch> batches = new ArrayDeque<>();
    private @Nullable Mapped current;
    private boolean ended;
    private long linesRead;
    private long rowsRead;

    private record Pending(RawBlock block, Future<Mapped> rows) {}

    /** @param unfinishedFrom where an open quote begins that reaches to the end of the block, or -1 */
    private record Mapped(RawBlock block, RowBatch batch, long lines, long rows, int unfinishedFrom) {}

    /**
     * Starts behind the header.
     *
     * @param file what messages call the file
     * @param scanner stands behind the header; its blocks are taken
     * @param mapping maps the records of a scanner and refuses what is not valid; called by several threads
     * @param interest tells which rows may be kept
     * @param threads that map blocks
     * @param blockBytes bytes of a block, about
     */
    ParallelBatches(
            String file,
            RawScanner scanner,
            BiFunction<RawScanner, RefusalSink, TabularSource> mapping,
            Interest interest,
            int threads,
            int blockBytes) {
        this.blockBytes = blockBytes;
        this.file = file;
        this.fields = scanner.expectedFields();
        this.shape = mapping.apply(scanner, new RowBatch());
        this.blocks = scanner.blocks();
        this.mapping = mapping;
        this.interest = interest;
        this.ahead = threads + 1;
        this.linesRead = scanner.linesPassed();
        this.threads = Threads.start(threads, "rows");
    }

    @Override
    public @Nullable RowBatch next() throws IOException {
        recycle();
        readAhead();
        Pending first = pending.poll();
        if (first == null) {
            return null;
        }
        Mapped mapped = Threads.await(first.rows);
        mapped.batch.place(linesRead, rowsRead);
        linesRead += mapped.lines;
        rowsRead += mapped.rows;
        if (mapped.unfinishedFrom >= 0) {
            readRest(first.block, mapped.unfinishedFrom);
        }
        current = mapped;
        return mapped.batch;
    }

    private void recycle() {
        if (current != null) {
            batches.add(current.batch);
            buffers.add(current.block.bytes());
            current = null;
        }
    }

    private void readAhead() throws IOException {
        while (!ended && pending.size() < ahead) {
            byte[] buffer = buffers.isEmpty() ? new byte[blockBytes] : buffers.remove();
            RawBlock block = blocks.next(buffer);
            ended = block == null;
            if (block != null) {
                pending.add(start(block));
            }
        }
    }

    /** The next block began within quotes, so what was made of it is dropped and made again. */
    private void readRest(RawBlock block, int from) throws IOException {
        readAhead();
        Pending dropped = pending.poll();
        Deque<RawBlock> following = new ArrayDeque<>();
        if (dropped != null) {
            following.add(dropped.block);
        }
        RawBlock rest = block.rest(from, following);
        if (dropped != null && !following.isEmpty()) {
            pending.addFirst(dropped);
        }
        pending.addFirst(start(rest));
    }

    private Pending start(RawBlock block) {
        RowBatch batch = batches.isEmpty() ? new RowBatch() : batches.remove();
        return new Pending(block, threads.submit(() -> map(block, batch)));
    }

    private Mapped map(RawBlock block, RowBatch batch) throws IOException {
        batch.clear(file);
        RawScanner scanner = new RawScanner(block, fields);
        TabularSource rows = mapping.apply(scanner, batch);
        MappedRow row = shape.newRow();
        boolean ownIds = shape.hasOwnIds();
        while (rows.nextChecked(row)) {
            long priority = interest.priority(row.hashHigh, row.hashLow);
            batch.add(row, scanner.line(), ownIds, priority);
            if (interest.mayKeep(row.label, priority)) {
                rows.complete(row);
                batch.encodeLast(row);
            }
        }
        return new Mapped(block, batch, scanner.linesPassed(), rows.rowsRead(), scanner.unfinishedFrom());
    }

    @Override
    public List<String> features() {
        return shape.features();
    }

    @Override
    public boolean hasOwnIds() {
        return shape.hasOwnIds();
    }

    @Override
    public MappedRow newRow() {
        return shape.newRow();
    }

    @Override
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        blocks.close();
    }
}
