package io.payscope.core.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the form that all banks share.
 *
 * @param bankId the bank it belongs to
 * @param transactionId unique within the bank
 * @param occurredAt when it happened, UTC
 * @param amount in units of {@code currency}, canonical scale ({@link Money#canonical})
 * @param currency ISO 4217 code; {@code XXX} where the source states none
 * @param channel the bank's own kind of payment, lower case
 * @param payerId the paying account, or null where the source has none
 * @param payeeId the receiving party, or null where the source has none
 * @param payeeKind what the receiving party is
 * @param label what is known about fraud
 * @param lifecycleStage how far the payment has come
 * @param sourceRow its number in the file it was loaded from, 1 being the first: in a prepared dataset its place there, by
 *     which the dataset's lineage tells the row of the raw file; in an outside file that file's data row
 */
public record CanonicalTransaction(
        BankId bankId,
        String transactionId,
        Instant occurredAt,
        BigDecimal amount,
        String currency,
        String channel,
        @Nullable String payerId,
        @Nullable String payeeId,
        PayeeKind payeeKind,
        Label label,
        LifecycleStage lifecycleStage,
        long sourceRow) {

    public CanonicalTransaction {
        Objects.requireNonNull(bankId, "bankId is null");
        Objects.requireNonNull(transactionId, "transactionId is null");
        Objects.requireNonNull(occurredAt, "occurredAt is null");
        Objects.requireNonNull(amount, "amount is null");
        Objects.requireNonNull(currency, "currency is null");
        Objects.requireNonNull(channel, "channel is null");
        Objects.requireNonNull(payeeKind, "payeeKind is null");
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(lifecycleStage, "lifecycleStage is null");
    }
}
