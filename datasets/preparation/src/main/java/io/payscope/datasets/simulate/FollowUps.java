package io.payscope.datasets.simulate;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Frauds that an earlier one will lead to, in the order of their times. At most {@value #LIMIT} wait at a time: what
 * would exceed that is left out, so that memory stays bounded. Not thread-safe.
 */
final class FollowUps {

    private static final int LIMIT = 1 << 16;

    private final PriorityQueue<FollowUp> waiting =
            new PriorityQueue<>(Comparator.comparingLong(FollowUp::second).thenComparingLong(FollowUp::number));
    private long nextSecond = Long.MAX_VALUE;
    private long taken;

    /**
     * A fraud to come.
     *
     * @param second from when on it happens
     * @param number order among those of a second
     * @param account who pays
     * @param cause the mechanism that began it
     * @param amount what the mechanism has to remember, in its own unit
     * @param detail what the mechanism has to remember beside the amount
     */
    record FollowUp(long second, long number, long account, Mechanism cause, long amount, long detail) {}

    void add(long second, long account, Mechanism cause, long amount, long detail) {
        if (waiting.size() < LIMIT) {
            waiting.add(new FollowUp(second, taken++, account, cause, amount, detail));
            nextSecond = waiting.element().second();
        }
    }

    /** The first that is due at a second, or null. */
    @Nullable
    FollowUp due(long second) {
        if (second < nextSecond) {
            return null;
        }
        FollowUp due = waiting.poll();
        FollowUp next = waiting.peek();
        nextSecond = next == null ? Long.MAX_VALUE : next.second();
        return due;
    }
}
