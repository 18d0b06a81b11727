package io.payscope.learning.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing matrix of float32 features, row by row, outside the Java heap: 4 bytes a value, given back to the
 * operating system by {@link #close()}. The native library reads it in place, so that the matrix exists once. No
 * setting of the JVM limits this memory: it counts towards the process only. Confined to one thread.
 */
public final class FeatureTable implements AutoCloseable {

    /** Rows of one chunk: at 400 features a chunk takes 6.5 MB, so that little is allocated in vain. */
    private static final int CHUNK_ROWS = 4096;

    private static final long ALIGNMENT_BYTES = 64;

    private final int width;
    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> chunks = new ArrayList<>();
    /** The chunks' values: native images reach memory through buffers, and not through a segment's own accessors. */
    private final List<FloatBuffer> values = new ArrayList<>();

    private int rows;

    /** @param width features of a row, at least 1 */
    public FeatureTable(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("a row needs at least one feature, found " + width);
        }
        this.width = width;
    }

    /**
     * Appends a row; every value is rounded to float32.
     *
     * @param row one value a feature, NaN for missing
     */
    public void append(double[] row) {
        if (row.length != width) {
            throw new IllegalArgumentException("expected " + width + " features, found " + row.length);
        }
        if (rows == chunks.size() * CHUNK_ROWS) {
            MemorySegment chunk = arena.allocate((long) CHUNK_ROWS * width * Float.BYTES, ALIGNMENT_BYTES);
            chunks.add(chunk);
            values.add(chunk.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer());
        }
        FloatBuffer chunk = values.getLast();
        int start = rows % CHUNK_ROWS * width;
        for (int i = 0; i < width; i++) {
            chunk.put(start + i, (float) row[i]);
        }
        rows++;
    }

    private long offset(int row) {
        return (long) (row % CHUNK_ROWS) * width * Float.BYTES;
    }

    /** @return rows appended so far */
    public int rows() {
        return rows;
    }

    /** @return features of a row */
    public int width() {
        return width;
    }

    /** @return bytes held outside the heap */
    public long bytes() {
        return chunks.stream().mapToLong(MemorySegment::byteSize).sum();
    }

    /**
     * Copies a row.
     *
     * @param row index from 0
     * @param target receives one value a feature
     */
    public void copy(int row, double[] target) {
        FloatBuffer chunk = values.get(row / CHUNK_ROWS);
        int start = row % CHUNK_ROWS * width;
        for (int i = 0; i < width; i++) {
            target[i] = chunk.get(start + i);
        }
    }

    /**
     * Where a range of rows lies.
     *
     * @param from first row
     * @param to row after the last
     * @return blocks of consecutive rows, in row order; valid until {@link #close()}
     */
    public List<Block> blocks(int from, int to) {
        if (from < 0 || from > to || to > rows) {
            throw new IndexOutOfBoundsException("rows " + from + " to " + to + " of " + rows);
        }
        List<Block> blocks = new ArrayList<>();
        for (int row = from; row < to; ) {
            int length = Math.min(to - row, CHUNK_ROWS - row % CHUNK_ROWS);
            MemorySegment chunk = chunks.get(row / CHUNK_ROWS);
            blocks.add(new Block(chunk.asSlice(offset(row), (long) length * width * Float.BYTES), length));
            row += length;
        }
        return List.copyOf(blocks);
    }

    @Override
    public void close() {
        arena.close();
    }

    /**
     * Consecutive rows.
     *
     * @param floats the values, row by row
     * @param rows how many
     */
    public record Block(MemorySegment floats, int rows) {}
}
