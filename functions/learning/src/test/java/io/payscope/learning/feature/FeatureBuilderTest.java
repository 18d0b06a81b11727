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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureBuilderTest {

    @Test
    void computesTheDefinitions() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1"), Duration.ofDays(7));
        builder.next(row("2024-01-01T06:30:00Z", "10", "card", "anna", "shop", PayeeKind.MERCHANT));
        double[] second = builder.next(row("2024-01-02T18:45:00Z", "0", "cash", "anna", "shop", PayeeKind.ACCOUNT));
        double[] third = builder.next(row("2024-01-02T18:45:30Z", "3", "card", null, null, PayeeKind.UNKNOWN));

        assertThat(builder.names()).startsWith("V1", "tx_amount").hasSize(second.length);
        assertThat(value(builder, second, "tx_hour")).isEqualTo(18.75);
        assertThat(value(builder, second, "tx_weekday")).isEqualTo(2);
        assertThat(value(builder, second, "tx_channel")).isEqualTo(1);
        assertThat(value(builder, second, "payee_is_merchant")).isZero();
        assertThat(value(builder, second, "payer_count")).isEqualTo(1);
        assertThat(value(builder, second, "payer_gap_seconds")).isEqualTo(130_500);
        assertThat(value(builder, second, "payer_count_1d")).isEqualTo(1);
        assertThat(value(builder, second, "payer_mean_7d")).isEqualTo(5);
        assertThat(value(builder, second, "payer_ratio_life")).isZero();
        assertThat(value(builder, second, "pair_count_30d")).isEqualTo(1);
        assertThat(value(builder, third, "tx_log_amount")).isEqualTo(StrictMath.log1p(3));
        assertThat(value(builder, third, "payer_count")).isNaN();
        assertThat(value(builder, third, "payee_risk_7d")).isNaN();
        assertThat(builder.channels()).containsExactly("card", "cash");
    }

    @Test
    void futureRowsChangeNoPastFeature() {
        SimulatedPayments payments = new SimulatedPayments(2_000, 4, 0.05, 3);
        List<CanonicalRow> rows = payments.rows();
        FeatureBuilder whole = new FeatureBuilder(payments.featureNames(), Duration.ofDays(1));
        List<double[]> all = rows.stream().map(whole::next).toList();
        FeatureBuilder cut = new FeatureBuilder(payments.featureNames(), Duration.ofDays(1));
        List<double[]> past = rows.subList(0, 900).stream().map(cut::next).toList();

        for (int i = 0; i < past.size(); i++) {
            assertThat(past.get(i)).isEqualTo(all.get(i));
        }
    }

    @Test
    void aLabelCountsOnlyWhenItsDelayIsOver() {
        SimulatedPayments payments = new SimulatedPayments(2_000, 2, 0.2, 4);
        FeatureBuilder truth = new FeatureBuilder(payments.featureNames(), Duration.ofDays(90));
        FeatureBuilder blind = new FeatureBuilder(payments.featureNames(), Duration.ofDays(90));
        FeatureBuilder early = new FeatureBuilder(payments.featureNames(), Duration.ofDays(7));
        int different = 0;

        for (CanonicalRow row : payments.rows()) {
            double[] values = truth.next(row);
            assertThat(blind.next(unlabelled(row))).isEqualTo(values);
            different += Arrays.equals(early.next(row), values) ? 0 : 1;
        }
        assertThat(different).isPositive();
    }

    @Test
    void onlineFeaturesEqualBatchFeaturesBitForBit() {
        Duration delay = Duration.ofDays(3);
        SimulatedPayments payments = new SimulatedPayments(4_000, 3, 0.1, 6);
        FeatureBuilder batch = new FeatureBuilder(payments.featureNames(), delay);
        FeatureBuilder online = new FeatureBuilder(payments.featureNames(), delay);
        Deque<CanonicalTransaction> unreported = new ArrayDeque<>();

        for (CanonicalRow row : payments.rows()) {
            Instant now = row.transaction().occurredAt();
            // Reports come in bursts, and each before its delay is over.
            while (!unreported.isEmpty()
                    && unreported
                            .getFirst()
                            .occurredAt()
                            .plus(delay.minusHours(2))
                            .isBefore(now)) {
                online.learn(unreported.removeFirst());
            }
            unreported.add(row.transaction());
            assertThat(online.next(unlabelled(row))).isEqualTo(batch.next(row));
        }
    }

    @Test
    void aBusyPartyStaysBounded() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1"), Duration.ofDays(7));
        double[] last = {};
        for (int i = 0; i < Party.MOST_ROWS + 10; i++) {
            last = builder.next(row("2024-01-01T00:00:00Z", "2", "card", "a", "b", PayeeKind.MERCHANT));
        }

        assertThat(value(builder, last, "payer_count")).isEqualTo(Party.MOST_ROWS + 9);
        assertThat(value(builder, last, "payer_count_1d")).isEqualTo(Party.MOST_ROWS + 1);
        assertThat(value(builder, last, "payer_mean_1d")).isEqualTo(2);
        assertThat(value(builder, last, "pair_count_30d")).isEqualTo(Party.MOST_ROWS);
    }

    @Test
    void refusesRowsOutOfTimeOrder() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1"), Duration.ofDays(7));
        builder.next(row("2024-01-02T00:00:00Z", "1", "card", "a", "b", PayeeKind.MERCHANT));

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> builder.next(row("2024-01-01T00:00:00Z", "1", "card", "a", "b", PayeeKind.MERCHANT)))
                .withMessageContaining("source row 9")
                .withMessageContaining("time order");
    }

    @Test
    void refusesAFeatureNameThatIsTaken() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> new FeatureBuilder(List.of("tx_amount"), Duration.ZERO));
    }

    private static double value(FeatureBuilder builder, double[] values, String name) {
        return values[builder.names().indexOf(name)];
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
