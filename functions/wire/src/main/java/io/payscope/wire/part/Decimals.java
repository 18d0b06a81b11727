package io.payscope.wire.part;

import java.nio.charset.StandardCharsets;

/**
 * Feature values as text: shortest spelling that reads back as the same double, whole numbers without a point, missing
 * as nothing.
 */
final class Decimals {

    private static final double LARGEST_WHOLE = 1e15;
    private static final int MAX_EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /** Appends a value; NaN appends nothing. */
    static void append(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        long whole = (long) value;
        if (whole == value && Math.abs(value) < LARGEST_WHOLE) {
            out.append(whole);
        } else {
            out.append(value);
        }
    }

    /**
     * Reads a value from ASCII bytes. Up to 15 digits with at most 15 decimals are exact as the quotient of two exact
     * doubles (Clinger 1990); anything else goes to the platform's parser.
     *
     * @param from first byte
     * @param to after the last byte; equal to {@code from} for missing, which reads as NaN
     * @throws NumberFormatException if the bytes are no number
     */
    static double parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        int at = bytes[from] == '-' ? from + 1 : from;
        long digits = 0;
        int decimals = -1;
        int count = 0;
        for (int i = at; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(bytes, from, to);
            }
        }
        if (count == 0 || count > MAX_EXACT_DIGITS) {
            return slow(bytes, from, to);
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        return at > from ? -value : value;
    }

    private static double slow(byte[] bytes, int from, int to) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
}
