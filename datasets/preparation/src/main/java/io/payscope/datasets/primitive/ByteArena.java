package io.payscope.datasets.primitive;

import java.util.ArrayList;
import java.util.List;

/** Many short byte sequences in few arrays; each is named by a number. At most 65,535 bytes each. Not thread-safe. */
public final class ByteArena {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int LENGTH_BITS = 16;
    private static final int OFFSET_BITS = 24;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK_BYTES;

    /** @return the number that names a copy of the bytes from now on, never negative */
    public long add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= 1 << LENGTH_BITS) {
            throw new IllegalArgumentException("expected fewer than 65536 bytes, found " + length);
        }
        if (used + length > CHUNK_BYTES) {
            chunks.add(new byte[CHUNK_BYTES]);
            used = 0;
        }
        System.arraycopy(bytes, from, chunks.getLast(), used, length);
        long chunk = chunks.size() - 1L;
        long name = chunk << OFFSET_BITS + LENGTH_BITS | (long) used << LENGTH_BITS | length;
        used += length;
        return name;
    }

    /** Copies a sequence. */
    public void get(long name, Text target) {
        int from = offset(name);
        target.set(chunk(name), from, from + length(name));
    }

    /** Copies a sequence, ready to be read from its first byte. */
    public void get(long name, ByteRecord target) {
        System.arraycopy(chunk(name), offset(name), target.prepare(length(name)), 0, length(name));
    }

    private byte[] chunk(long name) {
        return chunks.get((int) (name >>> OFFSET_BITS + LENGTH_BITS));
    }

    private static int offset(long name) {
        return (int) (name >>> LENGTH_BITS) & (1 << OFFSET_BITS) - 1;
    }

    private static int length(long name) {
        return (int) name & (1 << LENGTH_BITS) - 1;
    }
}
