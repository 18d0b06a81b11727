package io.payscope.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSnapshotTest {

    private final FeatureBuilder builder = new FeatureBuilder(List.of(), Duration.ofDays(2));

    private double[] pay(String at, String payer, String payee, Label label) {
        CanonicalTransaction tx = new CanonicalTransaction(
                new BankId(1),
                at + payer,
                Instant.parse(at),
                BigDecimal.ONE,
                "EUR",
                "card",
                payer,
                payee,
                PayeeKind.MERCHANT,
                label,
                LifecycleStage.SETTLED,
                1);
        double[] values = builder.next(new CanonicalRow(tx, new double[0]));
        int from = builder.names().indexOf("graph_payer_degree");
        return Arrays.copyOfRange(values, from, from + 6);
    }

    @Test
    void countsWhatWasPaidBeforeTheSnapshotAndNothingAfter() {
        pay("2024-01-01T10:00:00Z", "a", "x", Label.FRAUD);
        pay("2024-01-01T11:00:00Z", "a", "y", Label.LEGITIMATE);
        pay("2024-01-01T12:00:00Z", "b", "x", Label.LEGITIMATE);
        double[] early = pay("2024-01-03T23:59:00Z", "b", "x", Label.FRAUD);
        double[] late = pay("2024-01-04T00:00:00Z", "b", "x", Label.LEGITIMATE);

        assertThat(early).as("the snapshot of midnight 2024-01-01").containsOnly(Double.NaN);
        // x: payers a and b, one fraud of two rows; y: payer a. Payer b pays x only.
        assertThat(late[0]).isEqualTo(1);
        assertThat(late[1]).isEqualTo(1);
        assertThat(late[2]).isEqualTo(0.5);
        assertThat(late[3]).isEqualTo(2);
        assertThat(late[4]).isEqualTo(1);
        assertThat(late[5]).isCloseTo((0.25 + 0.5) / 2, within(1e-15));
    }
}
