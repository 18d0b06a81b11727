package io.payscope.apipredictions;

import io.payscope.http.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a payment has to keep before anything is computed from it: the rules that a file's rows keep too, so that no
 * payment is scored that could never be loaded. Each refusal names the payment and the field.
 */
final class PaymentRules {

    private static final int TEXT_BYTES = 512;
    private static final int DIGITS = 18;
    private static final int DECIMALS = 6;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1," + TEXT_BYTES + "}");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");

    private PaymentRules() {}

    /** @throws Refusal 422 if one is broken */
    static void check(ScoreBody.Payment payment) {
        if (!TEXT.matcher(payment.transactionId()).matches()) {
            throw new Refusal(422, "transactionId: expected 1 to " + TEXT_BYTES + " printable characters");
        }
        require(payment, TEXT.matcher(payment.channel()).matches(), "channel: expected printable characters");
        require(payment, isParty(payment.payerId()), "payerId: expected printable characters or null");
        require(payment, isParty(payment.payeeId()), "payeeId: expected printable characters or null");
        require(payment, CURRENCY.matcher(payment.currency()).matches(), "currency: expected three capitals");
        require(
                payment,
                !payment.occurredAt().isBefore(FIRST) && payment.occurredAt().isBefore(AFTER),
                "occurredAt: expected a year from 1 to 9999");
        require(
                payment,
                isAmount(payment.amount()),
                "amount: expected a number from 0 of at most " + DIGITS + " digits, " + DECIMALS + " of them decimals");
        Map<String, Double> features = payment.features();
        require(
                payment,
                features == null || features.values().stream().allMatch(PaymentRules::isFloat),
                "features: expected finite numbers");
    }

    private static void require(ScoreBody.Payment payment, boolean kept, String rule) {
        if (!kept) {
            throw new Refusal(422, "transaction " + payment.transactionId() + ": " + rule);
        }
    }

    private static boolean isParty(@Nullable String id) {
        return id == null || TEXT.matcher(id).matches();
    }

    /** Looks at digits and exponent alone: writing 1e9999999 out would take all memory. */
    private static boolean isAmount(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        long whole = (long) stripped.precision() - stripped.scale();
        return amount.signum() >= 0
                && stripped.scale() <= DECIMALS
                && Math.max(whole, 0) + Math.max(stripped.scale(), 0) <= DIGITS;
    }

    /** Models compute in floats. */
    private static boolean isFloat(double value) {
        return Float.isFinite((float) value);
    }
}
