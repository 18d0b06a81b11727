package io.payscope.datasets.quality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A sum of doubles without rounding, so that it has the same bits in whatever order the values came and however they
 * were split among threads. A value's 53 digits go, shifted by the low five bits of its exponent, into two of 67
 * overlapping 32-bit digits that carry when they have to (R. M. Neal, Fast exact summation using small and large
 * superaccumulators, 2015). About 600 bytes. Not thread-safe.
 */
final class ExactSum {

    private static final int DIGITS = 67;
    private static final int DIGIT_BITS = 32;
    private static final long DIGIT_MASK = 0xffff_ffffL;
    private static final long FRACTION_MASK = (1L << 52) - 1;
    private static final int LOWEST_WEIGHT = 1075;

    /** Each value adds at most 2^52 to a digit, which overflows after 2^11 of them. */
    private static final int ADDS_BEFORE_CARRY = 2000;

    private final long[] digits = new long[DIGITS];
    private int adds;

    /** Adds a finite value. */
    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & FRACTION_MASK;
        if (exponent == 0) {
            exponent = 1;
        } else {
            fraction |= FRACTION_MASK + 1;
        }
        int shift = exponent & DIGIT_BITS - 1;
        int digit = exponent >>> 5;
        long low = fraction << shift & DIGIT_MASK;
        long high = fraction >>> DIGIT_BITS - shift;
        long sign = bits >> 63;
        digits[digit] += (low ^ sign) - sign;
        digits[digit + 1] += (high ^ sign) - sign;
        if (++adds == ADDS_BEFORE_CARRY) {
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < DIGITS - 1; i++) {
            digits[i + 1] += digits[i] >> DIGIT_BITS;
            digits[i] &= DIGIT_MASK;
        }
        adds = 0;
    }

    /** Adds all values of another sum. */
    void merge(ExactSum other) {
        carry();
        other.carry();
        for (int i = 0; i < DIGITS; i++) {
            digits[i] += other.digits[i];
        }
        carry();
    }

    /**
     * The sum divided by a number of values.
     *
     * @param count at least 1
     * @return the double nearest to the quotient, but for a last digit lost beyond 34
     */
    double mean(long count) {
        carry();
        BigInteger total = BigInteger.ZERO;
        for (int i = DIGITS - 1; i >= 0; i--) {
            total = total.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
        }
        BigInteger divisor = BigInteger.ONE.shiftLeft(LOWEST_WEIGHT).multiply(BigInteger.valueOf(count));
        return new BigDecimal(total)
                .divide(new BigDecimal(divisor), MathContext.DECIMAL128)
                .doubleValue();
    }
}
