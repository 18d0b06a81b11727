package io.payscope.learning.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.learning.data.LabelledRows;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class TemporalSplitTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long HOUR = 3600;

    @Test
    void cutsByRowsAndLeavesTheDelayOut() {
        try (LabelledRows rows = rows(1_000, i -> i * HOUR)) {
            TemporalSplit split = TemporalSplit.of(rows, plan(0.6, 0.2, 24));

            assertThat(split.trainEnd()).isEqualTo(600);
            assertThat(split.validationStart()).isEqualTo(624);
            assertThat(split.validationEnd()).isEqualTo(800);
            assertThat(split.testStart()).isEqualTo(824);
            assertThat(split.dates().gapHours()).isEqualTo(24);
            assertThat(split.dates().gapReduced()).isFalse();
            assertThat(split.dates().trainUntil()).isEqualTo(START.plusSeconds(600 * HOUR));
        }
    }

    @Test
    void gapThatWouldSwallowAPartIsCutToTheStatedShare() {
        try (LabelledRows rows = rows(1_000, i -> i * HOUR)) {
            TemporalSplit split = TemporalSplit.of(rows, plan(0.6, 0.2, 24 * 30));

            double testHours = 999 - 800;
            assertThat(split.dates().gapHours()).isCloseTo(TemporalSplit.MAXIMUM_GAP_SHARE * testHours, within(1e-9));
            assertThat(split.dates().gapReduced()).isTrue();
            assertThat(split.validationStart()).isLessThan(split.validationEnd());
            assertThat(split.testStart()).isLessThan(split.rows());
        }
    }

    @Test
    void partsNeverOverlapAndKeepTheGapWhateverTheTimes() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(300);
            long[] times = random.longs(n, 0, 1 + random.nextInt(500)).sorted().toArray();
            double train = 0.3 + random.nextDouble() * 0.3;
            try (LabelledRows rows = rows(n, i -> times[i] * HOUR)) {
                TemporalSplit split = TemporalSplit.of(rows, plan(train, 0.2, random.nextInt(100)));

                assertThat(split.trainEnd()).isBetween(0, split.validationStart());
                assertThat(split.validationStart()).isLessThanOrEqualTo(split.validationEnd());
                assertThat(split.validationEnd()).isLessThanOrEqualTo(split.testStart());
                assertThat(split.testStart()).isLessThanOrEqualTo(n);
                double gapMillis = split.dates().gapHours() * HOUR * 1000;
                if (split.trainEnd() > 0 && split.validationStart() < split.validationEnd()) {
                    assertThat(rows.epochMilli(split.validationStart()) - rows.epochMilli(split.trainEnd() - 1))
                            .isGreaterThan((long) gapMillis);
                }
                if (split.validationStart() < split.validationEnd() && split.testStart() < n) {
                    assertThat(rows.epochMilli(split.testStart()) - rows.epochMilli(split.validationEnd() - 1))
                            .isGreaterThan((long) gapMillis);
                }
            }
        }
    }

    @Test
    void rowsOfOneInstantStayTogether() {
        try (LabelledRows rows = rows(100, i -> i / 40 * 24 * HOUR)) {
            TemporalSplit split = TemporalSplit.of(rows, plan(0.5, 0.3, 0));

            assertThat(split.trainEnd()).isEqualTo(40);
            assertThat(split.validationStart()).isEqualTo(40);
            assertThat(split.validationEnd()).isEqualTo(80);
            assertThat(split.testStart()).isEqualTo(80);
        }
    }

    @Test
    void planWithoutATestPartIsAConfigFault() {
        try (LabelledRows rows = rows(10, i -> i)) {
            assertThatExceptionOfType(ConfigFault.class).isThrownBy(() -> TemporalSplit.of(rows, plan(0.7, 0.3, 0)));
        }
    }

    private static FraudPlan plan(double train, double validation, double delayHours) {
        return new FraudPlan(train, validation, delayHours, 20, 5);
    }

    private static LabelledRows rows(int count, IntToLongFunction seconds) {
        LabelledRows rows = new LabelledRows(List.of("f"));
        for (int i = 0; i < count; i++) {
            rows.append(START.plusSeconds(seconds.applyAsLong(i)), false, new double[1]);
        }
        return rows;
    }
}
