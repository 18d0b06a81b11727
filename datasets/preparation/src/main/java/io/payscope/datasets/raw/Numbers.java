package io.payscope.datasets.raw;

import io.payscope.datasets.quality.CommonRule;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Numbers as raw files write them: an optional sign, digits with at most one point, an optional exponent. No grouping,
 * no currency sign, no {@code NaN}, no words: anything else is no number, and never 0. What is too large or too close
 * to 0 for a double is no number either. {@code datasets/QUALITY.md} has the table.
 */
public final class Numbers {

    private static final int EXACT_POWERS = 22;
    private static final long EXACT_DIGITS = 1L << 53;
    private static final int MAX_DIGITS = 18;
    private static final int MAX_LENGTH = 512;
    private static final Pattern PLAIN = Pattern.compile("[-+]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][-+]?[0-9]++)?");
    private static final double[] POWERS_OF_TEN = new double[EXACT_POWERS + 1];

    static {
        for (int power = 0; power <= EXACT_POWERS; power++) {
            POWERS_OF_TEN[power] = Double.parseDouble("1e" + power);
        }
    }

    private Numbers() {}

    /**
     * Reads a number. Up to 2^53 as whole digits with at most 22 decimals the quotient of two exact doubles is the
     * nearest double (Clinger 1990); anything longer goes to the platform's parser.
     *
     * @param from first byte
     * @param to after the last byte
     * @return the number, never negative zero; NaN if the bytes are no finite number
     */
    public static double parse(byte[] bytes, int from, int to) {
        if (from >= to) {
            return Double.NaN;
        }
        int first = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        long digits = 0;
        int significant = 0;
        int decimals = -1;
        for (int i = first; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                significant += digits == 0 ? 0 : 1;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (digit == '.' - '0' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(bytes, from, to);
            }
        }
        int points = decimals >= 0 ? 1 : 0;
        if (to - first == points) {
            return Double.NaN;
        }
        if (significant > MAX_DIGITS || digits > EXACT_DIGITS || decimals > EXACT_POWERS) {
            return slow(bytes, from, to);
        }
        double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
        return bytes[from] == '-' && digits != 0 ? -value : value;
    }

    private static double slow(byte[] bytes, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return Double.NaN;
        }
        boolean digitSeen = false;
        boolean exponent = false;
        boolean zero = true;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            boolean digit = c >= '0' && c <= '9';
            exponent |= c == 'e' || c == 'E';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
            digitSeen |= digit;
            zero &= exponent || !digit || c == '0';
        }
        if (!digitSeen) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            boolean vanished = value == 0 && !zero;
            return Double.isFinite(value) && !vanished ? value + 0.0 : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** @return the rule that bytes break for which {@link #parse} gave NaN */
    public static CommonRule fault(byte[] bytes, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return CommonRule.NUMBER;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return PLAIN.matcher(text).matches() ? CommonRule.NUMBER_RANGE : CommonRule.NUMBER;
    }
}
