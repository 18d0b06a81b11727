package io.payscope.learning.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the integers that are summed. */
final class Amounts {

    /** Unit of the integers, in units of the currency. */
    static final double UNIT = 1e-4;

    private static final int DECIMALS = 4;

    /** Larger amounts count as this in sums, so that a window of the most rows cannot overflow. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000_000_000L);

    private Amounts() {}

    static long units(BigDecimal amount) {
        return amount.max(LARGEST.negate())
                .min(LARGEST)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /** @return ln(1 + amount), 0 for a negative amount; the same on every machine */
    static double log(double amount) {
        return StrictMath.log1p(Math.max(0, amount));
    }

    /** @return a logarithm as the integer that is summed */
    static long logUnits(double log) {
        return Math.round(log / Party.LOG_UNIT);
    }
}
