package io.payscope.datasets.quality;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.primitive.ContentHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts: its longest length and, while there are at most {@value #MOST_DISTINCT} different ones, how often
 * each occurs. Beyond that only "more" is known, and a value costs a comparison of lengths. Texts are told apart by 64
 * bits of hash. Memory: at most 25 KiB. Not thread-safe.
 */
public final class TextProfile implements ColumnProfile {

    /** Different values that are told apart. */
    public static final int MOST_DISTINCT = 200;

    /** Values named in a summary. */
    static final int TOP = 20;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS = 512;
    private static final int KEPT_BYTES = 64;

    private final String name;
    private long @Nullable [] hashes = new long[SLOTS];
    private long[] counts = new long[SLOTS];
    private byte[] @Nullable [] values = new byte[SLOTS][];
    private int distinct;
    private long count;
    private long missing;
    private int longest;

    public TextProfile(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Adds a text.
     *
     * @param bytes holds it as UTF-8
     * @param from first byte
     * @param to after the last byte; the same as {@code from} for a missing text
     */
    public void add(byte[] bytes, int from, int to) {
        if (from == to) {
            missing++;
            return;
        }
        count++;
        longest = Math.max(longest, to - from);
        if (hashes != null) {
            add(hashes, hash(bytes, from, to), 1, bytes, from, to);
        }
    }

    /** Eight bytes at a time, since this is done for every row. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = ContentHash.mix(hash ^ (long) WORDS.get(bytes, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 8 | bytes[i] & 0xff;
        }
        return ContentHash.mix(hash ^ rest);
    }

    private void add(long[] known, long key, long times, byte[] bytes, int from, int to) {
        int slot = (int) key & SLOTS - 1;
        while (values[slot] != null && known[slot] != key) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (values[slot] == null) {
            if (distinct == MOST_DISTINCT) {
                giveUp();
                return;
            }
            distinct++;
            known[slot] = key;
            values[slot] = Arrays.copyOfRange(bytes, from, Math.min(to, from + KEPT_BYTES));
        }
        counts[slot] += times;
    }

    private void giveUp() {
        hashes = null;
        counts = new long[0];
        values = new byte[0][];
        distinct = MOST_DISTINCT + 1;
    }

    @Override
    public void addMissing() {
        missing++;
    }

    @Override
    public void merge(ColumnProfile other) {
        if (!(other instanceof TextProfile texts)) {
            throw new BugFault("the column " + name + " is not of texts in both profiles");
        }
        count += texts.count;
        missing += texts.missing;
        longest = Math.max(longest, texts.longest);
        if (hashes != null && texts.hashes == null) {
            giveUp();
        }
        for (int slot = 0; slot < texts.values.length && hashes != null && texts.hashes != null; slot++) {
            byte[] value = texts.values[slot];
            if (value != null) {
                add(hashes, texts.hashes[slot], texts.counts[slot], value, 0, value.length);
            }
        }
    }

    @Override
    public ColumnSummary summary() {
        if (hashes == null) {
            return ColumnSummary.ofTexts(
                    name, count + missing, missing, new TextSummary(MOST_DISTINCT, true, longest, List.of()));
        }
        List<TextSummary.Value> top = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            byte[] value = values[slot];
            if (value != null) {
                top.add(new TextSummary.Value(SafeText.cut(value, 0, value.length, KEPT_BYTES), counts[slot]));
            }
        }
        top.sort(Comparator.comparingLong(TextSummary.Value::rows).reversed().thenComparing(TextSummary.Value::text));
        return ColumnSummary.ofTexts(
                name,
                count + missing,
                missing,
                new TextSummary(distinct, false, longest, top.subList(0, Math.min(TOP, top.size()))));
    }
}
