package io.payscope.core.model;

import java.math.BigDecimal;

/** The rules by which amounts are written: decimal, never binary floating point, one spelling for one value. */
public final class Money {

    private static final int MINIMUM_SCALE = 2;

    private Money() {}

    /**
     * The one spelling of an amount: no trailing zeros beyond two decimals, no exponent, no negative zero.
     *
     * @param amount an amount in units of its currency
     * @return the same value with the canonical scale
     */
    public static BigDecimal canonical(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < MINIMUM_SCALE ? stripped.setScale(MINIMUM_SCALE) : stripped;
    }
}
