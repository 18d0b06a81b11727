package io.payscope.datasets.map;

import io.payscope.datasets.primitive.Threads;
import io.payscope.datasets.quality.FileProfile;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.raw.RawBlock;
import io.payscope.datasets.raw.RawBlocks;
import io.payscope.datasets.raw.RawScanner;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file whose rows do not depend on each other by blocks, several at a time, and hands their rows on in the
 * order of the file: the number of threads changes nothing but the time. Memory: two blocks a thread and their rows.
 */
final class ParallelBatches implements BatchSource {

    private final TabularMapping mapping;
    private final TabularSource shape;
    private final @Nullable FileProfile profile;
    private final Interest interest;
    private final RawBlocks blocks;
    private final int fields;
    private final int blockBytes;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Future<Mapped>> pending = new ArrayDeque<>();
    private final Deque<byte[]> buffers = new ArrayDeque<>();
    private final Deque<RowBatch> batches = new ArrayDeque<>();
    private final Deque<FileProfile> profiles = new ConcurrentLinkedDeque<>();
    private @Nullable Mapped current;
    private boolean ended;
    private long linesRead;
    private long rowsRead;

    private record Mapped(RawBlock block, RowBatch batch, long lines, long rows) {}

    /**
     * Starts behind the header.
     *
     * @param mapping maps the records of a scanner; used by several threads
     * @param scanner stands behind the header; its blocks are taken
     * @param profile takes the values of every valid row, or null
     * @param interest tells which rows may be kept
     * @param threads that map blocks
     * @param blockBytes bytes of a block, about
     */
    ParallelBatches(
            TabularMapping mapping,
            RawScanner scanner,
            @Nullable FileProfile profile,
            Interest interest,
            int threads,
            int blockBytes) {
        this.mapping = mapping;
        this.shape = mapping.open(scanner, new RowBatch(), null);
        this.profile = profile;
        this.interest = interest;
        this.blocks = scanner.blocks();
        this.fields = scanner.expectedFields();
        this.linesRead = scanner.linesPassed();
        this.blockBytes = blockBytes;
        this.ahead = threads + 1;
        this.threads = Threads.start(threads, "rows");
    }

    @Override
    public @Nullable RowBatch next() throws IOException {
        recycle();
        readAhead();
        Future<Mapped> first = pending.poll();
        if (first == null) {
            mergeProfiles();
            return null;
        }
        Mapped mapped = Threads.await(first);
        mapped.batch.place(linesRead, rowsRead);
        linesRead += mapped.lines;
        rowsRead += mapped.rows;
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
                RowBatch batch = batches.isEmpty() ? new RowBatch() : batches.remove();
                pending.add(threads.submit(() -> map(block, batch)));
            }
        }
    }

    private Mapped map(RawBlock block, RowBatch batch) throws IOException {
        FileProfile own = profile == null ? null : profiles.poll();
        if (profile != null && own == null) {
            own = profile.empty();
        }
        batch.clear(mapping.file());
        RawScanner scanner = new RawScanner(block, fields);
        TabularSource rows = mapping.open(scanner, batch, own);
        MappedRow row = rows.newRow();
        boolean ownIds = rows.hasOwnIds();
        while (rows.nextChecked(row)) {
            long priority = interest.priority(row.hashHigh, row.hashLow);
            batch.add(row, scanner.line(), ownIds, priority);
            if (interest.mayKeep(row.label, priority)) {
                rows.complete(row);
                batch.encodeLast(row);
            }
        }
        if (own != null) {
            profiles.add(own);
        }
        return new Mapped(block, batch, scanner.linesPassed(), rows.rowsRead());
    }

    private void mergeProfiles() {
        for (FileProfile own = profiles.poll(); own != null && profile != null; own = profiles.poll()) {
            profile.merge(own);
        }
    }

    @Override
    public List<String> features() {
        return shape.features();
    }

    @Override
    public List<HeaderWarning> warnings() {
        return mapping.warnings();
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
