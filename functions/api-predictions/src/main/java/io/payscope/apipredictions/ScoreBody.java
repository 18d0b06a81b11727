package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /banks/{bank}/fraud/scores}.
 *
 * @param transactions 1 to 1,000 payments of the bank in the path
 */
public record ScoreBody(List<Payment> transactions) {

    public ScoreBody {
        transactions = List.copyOf(transactions);
    }

    /**
     * A payment, as the canonical schema names its fields.
     *
     * @param transactionId unique within the bank; one that is on record is scored as of its place there
     * @param occurredAt when it happens
     * @param amount in units of the currency
     * @param currency ISO 4217 code
     * @param channel the bank's own kind of payment
     * @param payerId the paying account, or null
     * @param payeeId the receiving party, or null
     * @param payeeKind what the receiving party is; null is unknown
     * @param features the bank's own numeric columns by name; null for none
     */
    public record Payment(
            String transactionId,
            Instant occurredAt,
            BigDecimal amount,
            String currency,
            String channel,
            @Nullable String payerId,
            @Nullable String payeeId,
            @Nullable PayeeKind payeeKind,
            @Nullable Map<String, Double> features) {

        /** @throws io.payscope.http.Refusal 422 if it breaks one of {@link PaymentRules} */
        PaymentToScore of(BankId bank) {
            PaymentRules.check(this);
            CanonicalTransaction transaction = new CanonicalTransaction(
                    bank,
                    transactionId,
                    occurredAt,
                    Money.canonical(amount),
                    currency,
                    channel.toLowerCase(Locale.ROOT),
                    payerId,
                    payeeId,
                    payeeKind == null ? PayeeKind.UNKNOWN : payeeKind,
                    Label.UNKNOWN,
                    LifecycleStage.AUTHORIZED,
                    Long.MAX_VALUE);
            return new PaymentToScore(transaction, features == null ? Map.of() : features);
        }
    }
}
