package io.payscope.core.model;

import io.payscope.core.fault.DataFault;

/**
 * A tenant: one bank. Every row, node, vector and object key belongs to exactly one.
 *
 * @param value the bank's number, from 1 to 32767
 */
public record BankId(int value) implements Comparable<BankId> {

    /** @throws DataFault if the number is outside 1..32767 */
    public BankId {
        if (value < 1 || value > Short.MAX_VALUE) {
            throw new DataFault("bank id: expected a number from 1 to 32767, found " + value);
        }
    }

    /**
     * The key segment under which every object of this bank lies below a top-level prefix.
     *
     * @return {@code bank=N}
     */
    public String segment() {
        return "bank=" + value;
    }

    @Override
    public int compareTo(BankId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
