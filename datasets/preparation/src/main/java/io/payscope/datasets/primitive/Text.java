package io.payscope.datasets.primitive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A UTF-8 text that is filled again for every row, so that rows that are not kept leave no objects behind. */
public final class Text {

    private final ContentHash hash = new ContentHash();
    private byte[] bytes = new byte[64];
    private int length;

    /** Makes it empty, which stands for missing. */
    public void clear() {
        length = 0;
    }

    /** Replaces its content. */
    public void set(byte[] source, int from, int to) {
        length = 0;
        append(source, from, to);
    }

    /** Replaces its content. */
    public void set(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        set(encoded, 0, encoded.length);
    }

    /** Replaces its content by bytes in which each doubled quote stands for one. */
    public void setUndoubled(byte[] source, int from, int to) {
        length = 0;
        for (int i = from; i < to; i++) {
            append(source, i, i + 1);
            if (source[i] == '"') {
                i++;
            }
        }
    }

    /** Replaces its content by a letter and the first digits of a hash, lower-case hex. */
    public void setHex(char first, long high, long low, int digits) {
        reserve(digits + 1);
        bytes[0] = (byte) first;
        for (int i = 0; i < digits; i++) {
            long word = i < 16 ? high : low;
            bytes[i + 1] = (byte) Character.forDigit((int) (word >>> 60 - 4 * (i & 15)) & 15, 16);
        }
        length = digits + 1;
    }

    private void append(byte[] source, int from, int to) {
        reserve(length + to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    private void reserve(int size) {
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length * 2));
        }
    }

    /** Turns ASCII capitals into small letters. */
    public void lowerCase() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] += 'a' - 'A';
            }
        }
    }

    /** @return whether it is missing */
    public boolean isEmpty() {
        return length == 0;
    }

    /** @return its length in bytes */
    public int length() {
        return length;
    }

    /** @return its bytes, of which the first {@link #length()} count; not copied */
    public byte[] bytes() {
        return bytes;
    }

    /** @return the first eight bytes as one word, so that unsigned words are in the order of the texts */
    public long prefix() {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << 8 | (i < length ? bytes[i] & 0xff : 0);
        }
        return word;
    }

    /** @return 64 bits that tell it from other texts */
    public long hash() {
        hash.reset();
        hash.add(bytes, 0, length);
        hash.finish();
        return hash.high();
    }

    /** @return the text, or null if it is missing */
    public @Nullable String orNull() {
        return isEmpty() ? null : toString();
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
