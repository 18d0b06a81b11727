package io.payscope.datasets.map;

import io.payscope.datasets.primitive.LongTable;
import java.util.Arrays;

/**
 * How many distinct values each of many groups has: 12 bytes a group, and 27 for each value after a group's first, of
 * which there are few. Values are told apart by their hashes. Not thread-safe.
 */
final class DistinctValues {

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final LongTable others = new LongTable();
    private long[] firsts = new long[1024];
    private int[] counts = new int[1024];

    /** Adds a value to a group. */
    void add(int group, long valueHash) {
        if (group >= counts.length) {
            int size = Math.max(group + 1, counts.length * 2);
            firsts = Arrays.copyOf(firsts, size);
            counts = Arrays.copyOf(counts, size);
        }
        if (counts[group] == 0) {
            firsts[group] = valueHash;
            counts[group] = 1;
        } else if (firsts[group] != valueHash) {
            int before = others.size();
            others.putIfAbsent(group * SPREAD + valueHash, 0);
            counts[group] += others.size() - before;
        }
    }

    /** Number of a group's values, each counted once. */
    int count(int group) {
        return group < counts.length ? counts[group] : 0;
    }
}
