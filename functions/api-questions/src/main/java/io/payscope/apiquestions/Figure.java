package io.payscope.apiquestions;

import java.math.BigDecimal;

/**
 * One number of an answer.
 *
 * @param name what it is, such as {@code total amount}
 * @param subject the party, channel, hour or day that it is about; empty for the whole bank
 * @param value exact
 * @param unit {@code transactions}, {@code parties}, {@code percent} or a currency code
 * @param period the days that it covers
 * @param query what computed it
 */
public record Figure(String name, String subject, BigDecimal value, String unit, Period period, String query) {}
