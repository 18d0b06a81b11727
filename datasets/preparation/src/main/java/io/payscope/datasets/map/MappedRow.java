package io.payscope.datasets.map;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.primitive.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A valid row on its way to becoming a canonical transaction. One object is filled again and again; its fields are
 * open to this module's packages because they are copied a million times a second. Not thread-safe.
 */
public final class MappedRow {

    /** The transaction's id. */
    public final Text id = new Text();

    /** The kind of payment. */
    public final Text channel = new Text();

    /** The paying party; empty for none. */
    public final Text payer = new Text();

    /** The receiving party; empty for none. */
    public final Text payee = new Text();

    /** ISO 4217 code. */
    public String currency;

    /** When, in microseconds since 1970-01-01T00:00Z. */
    public long micros;

    /** The amount's digits. */
    public long unscaledAmount;

    /** The amount's decimals. */
    public int amountScale;

    /** What the receiving party is. */
    public PayeeKind payeeKind = PayeeKind.UNKNOWN;

    /** What is known about fraud. */
    public Label label = Label.UNKNOWN;

    /** How far the payment has come. */
    public LifecycleStage lifecycle = LifecycleStage.SETTLED;

    /** The line it came from, 1 being the first data row. */
    public long sourceRow;

    /** First half of the hash of all values. */
    public long hashHigh;

    /** Second half of the hash of all values. */
    public long hashLow;

    /** Numeric features, NaN for missing. */
    public final double[] features;

    /**
     * @param currency the bank's currency
     * @param features number of features
     */
    public MappedRow(String currency, int features) {
        this.currency = currency;
        this.features = new double[features];
    }

    /** @return the row as a transaction of its own */
    public CanonicalTransaction transaction(BankId bank) {
        return new CanonicalTransaction(
                bank,
                id.toString(),
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                Money.canonical(BigDecimal.valueOf(unscaledAmount, amountScale)),
                currency,
                channel.toString(),
                payer.orNull(),
                payee.orNull(),
                payeeKind,
                label,
                lifecycle,
                sourceRow);
    }
}
