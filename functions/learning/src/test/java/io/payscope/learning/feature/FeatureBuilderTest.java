package io.payscope.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.learning.fraud.SimulatedPayments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureBuilderTest {

    @Test
    void computesTheDefinitions() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1"));
        builder.next(row("2024-01-01T06:30:00Z", "10", "card", "anna", "shop", PayeeKind.MERCHANT));
        double[] second = builder.next(row("2024-01-02T18:45:00Z", "0", "cash", "anna", "shop", PayeeKind.ACCOUNT));
        double[] third = builder.next(row("2024-01-02T18:45:30Z", "3", "card", null, null, PayeeKind.UNKNOWN));

        assertThat(builder.names())
                .startsWith("V1", "tx_amount", "tx_log_amount", "tx_hour", "tx_weekday", "tx_channel")
                .hasSize(second.length);
        assertThat(second).containsExactly(7, 0, 0, 18.75, 2, 1, 0, 1, 1, 130_500);
        assertThat(third)
                .containsExactly(
                        7, 3, Math.log(4), 18.75 + 30 / 3600.0, 2, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(builder.channels()).containsExactly("card", "cash");
    }

    @Test
    void futureRowsChangeNoPastFeature() {
        SimulatedPayments payments = new SimulatedPayments(2_000, 4, 0.05, 3);
        List<CanonicalRow> rows = payments.rows();
        FeatureBuilder whole = new FeatureBuilder(payments.featureNames());
        List<double[]> all = rows.stream().map(whole::next).toList();
        FeatureBuilder cut = new FeatureBuilder(payments.featureNames());
        List<double[]> past = rows.subList(0, 900).stream().map(cut::next).toList();

        for (int i = 0; i < past.size(); i++) {
            assertThat(past.get(i)).isEqualTo(all.get(i));
        }
    }

    @Test
    void labelsChangeNoFeature() {
        SimulatedPayments payments = new SimulatedPayments(500, 2, 0.2, 4);
        FeatureBuilder truth = new FeatureBuilder(payments.featureNames());
        FeatureBuilder blind = new FeatureBuilder(payments.featureNames());

        for (CanonicalRow row : payments.rows()) {
            assertThat(blind.next(unlabelled(row))).isEqualTo(truth.next(row));
        }
    }

    @Test
    void refusesRowsOutOfTimeOrder() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1"));
        builder.next(row("2024-01-02T00:00:00Z", "1", "card", "a", "b", PayeeKind.MERCHANT));

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> builder.next(row("2024-01-01T00:00:00Z", "1", "card", "a", "b", PayeeKind.MERCHANT)))
                .withMessageContaining("source row 9")
                .withMessageContaining("time order");
    }

    @Test
    void refusesAFeatureNameThatIsTaken() {
        assertThatExceptionOfType(DataFault.class).isThrownBy(() -> new FeatureBuilder(List.of("tx_amount")));
    }

    private static CanonicalRow row(
            String at, String amount, String channel, @Nullable String payer, @Nullable String payee, PayeeKind kind) {
        CanonicalTransaction transaction = new CanonicalTransaction(
                new BankId(1),
                "t",
                Instant.parse(at),
                new BigDecimal(amount),
                "EUR",
                channel,
                payer,
                payee,
                kind,
                Label.UNKNOWN,
                LifecycleStage.SETTLED,
                9);
        return new CanonicalRow(transaction, new double[] {7});
    }

    private static CanonicalRow unlabelled(CanonicalRow row) {
        CanonicalTransaction t = row.transaction();
        return new CanonicalRow(
                new CanonicalTransaction(
                        t.bankId(),
                        t.transactionId(),
                        t.occurredAt(),
                        t.amount(),
                        t.currency(),
                        t.channel(),
                        t.payerId(),
                        t.payeeId(),
                        t.payeeKind(),
                        Label.UNKNOWN,
                        t.lifecycleStage(),
                        t.sourceRow()),
                row.features());
    }
}
