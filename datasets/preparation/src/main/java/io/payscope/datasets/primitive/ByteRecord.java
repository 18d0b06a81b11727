package io.payscope.datasets.primitive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing row of bytes that values are written to and read back from. Whole numbers from 0 to 191 and runs of missing
 * values take one or two bytes instead of eight. Not thread-safe.
 */
public final class ByteRecord {

    private static final int SMALL = 0xc0;
    private static final int MISSING_RUN = 0xc0;
    private static final int SHORT = 0xc1;
    private static final int INT = 0xc2;
    private static final int DOUBLE = 0xc3;
    private static final int MAX_RUN = 0xff;

    private byte[] bytes = new byte[512];
    private int length;
    private int position;

    /** Makes it empty, ready for writing. */
    public void clear() {
        length = 0;
        position = 0;
    }

    /** Makes room for a number of bytes to be read in from elsewhere, and starts reading at the first. */
    public byte[] prepare(int size) {
        reserve(size);
        length = size;
        position = 0;
        return bytes;
    }

    /** @return the bytes, of which the first {@link #length()} count; not copied */
    public byte[] bytes() {
        return bytes;
    }

    /** @return number of bytes written */
    public int length() {
        return length;
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length * 2));
        }
    }

    /** Writes a byte. */
    public void putByte(int value) {
        reserve(length + 1);
        bytes[length++] = (byte) value;
    }

    /** Writes eight bytes. */
    public void putLong(long value) {
        putBytes(value, Long.BYTES);
    }

    private void putBytes(long value, int count) {
        reserve(length + count);
        for (int shift = (count - 1) * 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /** Writes the first bytes of an array. */
    public void append(byte[] source, int size) {
        reserve(length + size);
        System.arraycopy(source, 0, bytes, length, size);
        length += size;
    }

    /** @return bytes written before, as UTF-8 */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Writes a text of at most 65,535 bytes. */
    public void putText(Text text) {
        putBytes(text.length(), Short.BYTES);
        append(text.bytes(), text.length());
    }

    /** Writes numbers, NaN for missing. */
    public void putDoubles(double[] values) {
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            int whole = (int) value;
            if (value != value) {
                int run = 1;
                while (run < MAX_RUN && i + run < values.length && values[i + run] != values[i + run]) {
                    run++;
                }
                putByte(MISSING_RUN);
                putByte(run);
                i += run - 1;
            } else if (whole != value) {
                putByte(DOUBLE);
                putLong(Double.doubleToRawLongBits(value));
            } else if (whole >= 0 && whole < SMALL) {
                putByte(whole);
            } else if (whole == (short) whole) {
                putByte(SHORT);
                putBytes(whole, Short.BYTES);
            } else {
                putByte(INT);
                putBytes(whole, Integer.BYTES);
            }
        }
    }

    /** @return the next byte, 0 to 255 */
    public int getByte() {
        return bytes[position++] & 0xff;
    }

    /** @return the next eight bytes */
    public long getLong() {
        return getBytes(Long.BYTES);
    }

    private long getBytes(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | getByte();
        }
        return value;
    }

    /** Reads the next text. */
    public void getText(Text target) {
        int size = (int) getBytes(Short.BYTES);
        target.set(bytes, position, position + size);
        position += size;
    }

    /** Reads as many numbers as the target holds. */
    public void getDoubles(double[] target) {
        int i = 0;
        while (i < target.length) {
            int kind = getByte();
            if (kind < SMALL) {
                target[i++] = kind;
            } else if (kind == MISSING_RUN) {
                int run = getByte();
                Arrays.fill(target, i, i + run, Double.NaN);
                i += run;
            } else if (kind == SHORT) {
                target[i++] = (short) getBytes(Short.BYTES);
            } else if (kind == INT) {
                target[i++] = (int) getBytes(Integer.BYTES);
            } else {
                target[i++] = Double.longBitsToDouble(getLong());
            }
        }
    }
}
