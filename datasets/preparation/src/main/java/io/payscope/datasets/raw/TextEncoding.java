package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells UTF-8 from everything else: other encodings are refused with the place of the first wrong byte and never
 * guessed. UTF-8 is what RFC 3629 says: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is refused too,
 * since no text holds one and UTF-16 holds many.
 */
public final class TextEncoding {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final int LOOKED_AT = 512;

    private TextEncoding() {}

    /**
     * Refuses a file that begins in another encoding.
     *
     * @param file what messages call it
     * @param bytes its beginning
     * @param length how many of them there are
     * @throws DataFault naming the file, the byte and what was found: the mark of UTF-16 or UTF-32, their zero bytes
     *     without a mark, or a byte that is not UTF-8
     */
    public static void checkBeginning(String file, byte[] bytes, int length) {
        checkMark(file, bytes, length);
        int looked = Math.min(length, LOOKED_AT);
        int fault = firstFault(bytes, 0, looked);
        boolean cutCharacter = fault >= 0 && fault > looked - 4 && looked < length && bytes[fault] < 0;
        if (fault >= 0 && !cutCharacter) {
            throw new DataFault(file + " byte " + fault + ": expected UTF-8, found " + guess(bytes, fault, looked));
        }
    }

    /**
     * Refuses a file that begins with the mark of another encoding.
     *
     * @throws DataFault naming the file and the encoding
     */
    static void checkMark(String file, byte[] bytes, int length) {
        String marked = mark(bytes, length);
        if (marked != null) {
            throw new DataFault(file + " byte 0: expected UTF-8, found the byte order mark of " + marked);
        }
    }

    private static @Nullable String mark(byte[] bytes, int length) {
        int first = length > 1 ? (bytes[0] & 0xff) << 8 | bytes[1] & 0xff : 0;
        boolean zeros = length > 3 && bytes[2] == 0 && bytes[3] == 0;
        return switch (first) {
            case 0xfffe -> zeros ? "UTF-32" : "UTF-16";
            case 0xfeff -> "UTF-16";
            case 0 -> length > 3 && bytes[2] == (byte) 0xfe && bytes[3] == (byte) 0xff ? "UTF-32" : null;
            default -> null;
        };
    }

    private static String guess(byte[] bytes, int fault, int length) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        int most = length / 4;
        if (even > most || odd > most) {
            return "UTF-16 without a byte order mark";
        }
        return wrong(bytes[fault]);
    }

    private static String wrong(byte found) {
        return found == 0 ? "a NUL byte" : "the byte " + hex(found);
    }

    private static String hex(byte found) {
        return String.format(Locale.ROOT, "0x%02x", found & 0xff);
    }

    /**
     * Finds the first byte that is not UTF-8, or NUL. Eight plain ASCII bytes are passed over at a time.
     *
     * @param from first byte, the beginning of a character
     * @param to after the last byte, which must end a character
     * @return its position, that of its first byte for a broken character; -1 if there is none
     */
    public static int firstFault(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            while (i + Long.BYTES <= to && isPlain((long) WORDS.get(bytes, i))) {
                i += Long.BYTES;
            }
            int stop = Math.min(to, i + Long.BYTES);
            while (i < stop) {
                int length = bytes[i] > 0 ? 1 : characterLength(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** No byte of the word is negative or zero. */
    private static boolean isPlain(long word) {
        return ((word | word - LOW_BITS) & HIGH_BITS) == 0;
    }

    /** Bytes of the character, 0 if it is none. */
    private static int characterLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || to - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /**
     * Bytes as text for a message, whatever they are: those that are not UTF-8 are written in hex and the first of
     * them is named, so that nothing is shown that the file does not say.
     *
     * @param offset what is added to the named position: that of the file where it is known, else 0 for the field's
     */
    public static String show(byte[] bytes, int from, int to, long offset) {
        int fault = firstFault(bytes, from, to);
        if (fault < 0) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(wrong(bytes[fault]) + " at " + (offset + fault - from) + ": ");
        int i = from;
        while (fault >= 0) {
            text.append(new String(bytes, i, fault - i, StandardCharsets.UTF_8));
            text.append("\\x").append(hex(bytes[fault]), 2, 4);
            i = fault + 1;
            fault = firstFault(bytes, i, to);
        }
        return text.append(new String(bytes, i, to - i, StandardCharsets.UTF_8)).toString();
    }
}
