package io.payscope.datasets.synthesize;

import io.payscope.core.model.Label;
import java.util.List;

/** What the rows of all banks have in common, filled again for every row. Not thread-safe. */
final class CommonRow {

    /** Place of ln(1 + amount). */
    static final int LOG_AMOUNT = 0;

    /** Place of the second of the day, UTC. */
    static final int SECOND = 1;

    /** Place of the root mean square of the bank's own features, each in spreads from its mean. */
    static final int UNUSUALNESS = 2;

    /** Place of the largest of those distances, either way. */
    static final int LARGEST_SCORE = 3;

    /** Place of their mean with sign. */
    static final int MEAN_SCORE = 4;

    /** Place of the share of the bank's own features that are missing. */
    static final int MISSING_SHARE = 5;

    /** Number of values. */
    static final int WIDTH = 6;

    /** Names of the values, in order. */
    static final List<String> NAMES =
            List.of("log_amount", "hour", "unusualness", "largest_score", "mean_score", "missing_share");

    /** Names of the channels that all banks' kinds of payment are put into, in the order of their codes. */
    static final List<String> CHANNELS = List.of("card", "transfer", "cash", "voucher", "other");

    /** The values. */
    final double[] values = new double[WIDTH];

    /** Code of the channel. */
    int channel;

    /** 0 for Monday to 6 for Sunday. */
    int weekday;

    /** What is known about fraud. */
    Label label = Label.UNKNOWN;

    /** When, in microseconds since 1970. */
    long micros;

    /** The amount in hundredths. */
    long cents;

    /** The code of a bank's own kind of payment. */
    static int channel(String own) {
        return switch (own) {
            case "card", "credit_card", "debit_card", "w", "c", "payment" -> 0;
            case "transfer", "debit", "boleto" -> 1;
            case "cash_in", "cash_out" -> 2;
            case "voucher", "not_defined" -> 3;
            default -> 4;
        };
    }

    /** Sets the amount and its logarithm. */
    void amount(long hundredths) {
        cents = hundredths;
        values[LOG_AMOUNT] = Math.log1p(hundredths / 100.0);
    }
}
