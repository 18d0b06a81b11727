package io.payscope.datasets.primitive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: short texts are read, compared and checked as one word. */
public final class Words {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = 0x20 * ONES;
    private static final long DELETES = 0x7f * ONES;

    private Words() {}

    /** @return eight bytes from a position on, the first one highest */
    public static long at(byte[] bytes, int from) {
        return (long) WORD.get(bytes, from);
    }

    /**
     * The last bytes of a text.
     *
     * @param from first byte
     * @param to after the last byte
     * @return at most eight bytes before {@code to}, none before {@code from}, the last one lowest
     */
    public static long last(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= Long.BYTES) {
            return at(bytes, to - Long.BYTES);
        }
        if (to >= Long.BYTES) {
            return length == 0 ? 0 : at(bytes, to - Long.BYTES) & -1L >>> Long.SIZE - Byte.SIZE * length;
        }
        long word = 0;
        for (int i = from; i < to; i++) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /** @return whether a text consists of printable ASCII characters and spaces */
    public static boolean isPrintable(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            if (!isPrintable(at(bytes, i))) {
                return false;
            }
        }
        int rest = to - i;
        return rest == 0 || isPrintable(last(bytes, i, to) | SPACES << Byte.SIZE * rest);
    }

    /** @return whether an ASCII character is among the first bytes */
    public static boolean contains(byte[] bytes, int length, char character) {
        long wanted = character * ONES;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long difference = at(bytes, i) ^ wanted;
            if ((difference - ONES & ~difference & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == character) {
                return true;
            }
        }
        return false;
    }

    /** No byte has its high bit set, is below a space, or is a delete (Warren, Hacker's Delight, 2nd ed., 6-1). */
    private static boolean isPrintable(long word) {
        long control = word - SPACES & ~word;
        long difference = word ^ DELETES;
        long delete = difference - ONES & ~difference;
        return ((word | control | delete) & HIGH_BITS) == 0;
    }
}
