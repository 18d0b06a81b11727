package io.payscope.learning.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.drift.DriftReport.Verdict;
import io.payscope.learning.feature.FeatureBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftProfileTest {

    private static final int ROWS = 3_000;

    private static CanonicalRow row(int index, Random random, double shift) {
        CanonicalTransaction transaction = new CanonicalTransaction(
                new BankId(3),
                "t" + index,
                Instant.parse("2024-05-01T00:00:00Z").plusSeconds(613L * index),
                BigDecimal.valueOf(100 + random.nextInt(90_000), 2),
                "EUR",
                random.nextBoolean() ? "card" : "transfer",
                "payer" + random.nextInt(50),
                "payee" + random.nextInt(20),
                random.nextBoolean() ? PayeeKind.MERCHANT : PayeeKind.UNKNOWN,
                Label.LEGITIMATE,
                LifecycleStage.SETTLED,
                index + 1L);
        return new CanonicalRow(transaction, new double[] {random.nextGaussian() + shift, Double.NaN});
    }

    private static DriftReference reference() {
        FeatureBuilder builder = new FeatureBuilder(List.of("V1", "V2"), Duration.ofDays(1));
        Random random = new Random(1);
        try (LabelledRows rows = new LabelledRows(builder.names())) {
            for (int i = 0; i < ROWS; i++) {
                CanonicalRow row = row(i, random, 0);
                rows.append(row.transaction().occurredAt(), false, builder.next(row));
            }
            return DriftReference.of("v", rows, ROWS, builder.channels(), new double[] {0.1, 0.2});
        }
    }

    private static DriftReport report(int rows, long seed, double shift, List<String> features) {
        DriftProfile profile = new DriftProfile(reference(), features);
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            CanonicalRow row = row(i, random, shift);
            profile.add(row.transaction(), row.features());
        }
        return profile.report();
    }

    @Test
    void theTrainingRowsThemselvesHaveNotMovedByABit() {
        DriftReport report = report(ROWS, 1, 0, List.of("V1", "V2"));

        assertThat(report.columns())
                .extracting(DriftReport.Column::name)
                .containsExactly(
                        "V1", "V2", "tx_log_amount", "tx_hour", "tx_weekday", "tx_channel", "payee_is_merchant");
        assertThat(report.columns())
                .allSatisfy(column -> assertThat(column.psi()).isLessThan(1e-12));
    }

    @Test
    void freshRowsOfTheSameKindAreOkAndAShiftIsNamed() {
        assertThat(report(ROWS, 2, 0, List.of("V1", "V2")).columns())
                .allSatisfy(column -> assertThat(column.verdict()).isEqualTo(Verdict.OK));
        DriftReport shifted = report(ROWS, 2, 1, List.of("V1", "V2"));
        assertThat(shifted.worst().orElseThrow().name()).isEqualTo("V1");
        assertThat(shifted.worst().orElseThrow().verdict()).isEqualTo(Verdict.SHIFTED);
        assertThat(report(ROWS, 2, 0.4, List.of("V1", "V2"))
                        .columns()
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.WATCH);
    }

    @Test
    void tooFewRowsAreUnknownAndNeverOk() {
        DriftReport report = report((int) DriftProfile.MINIMUM_ROWS - 1, 2, 5, List.of("V1", "V2"));

        assertThat(report.columns())
                .allSatisfy(column -> assertThat(column.verdict()).isEqualTo(Verdict.UNKNOWN));
        assertThat(report.worst()).isEmpty();
    }

    @Test
    void absentColumnIsUnknown() {
        assertThat(report(ROWS, 2, 0, List.of()).columns().getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
