package io.payscope.learning.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static TimeBucket bucket(String day, long volume) {
        return new TimeBucket(Instant.parse(day + "T00:00:00Z"), volume, BigDecimal.ONE, 0);
    }

    @Test
    void gapsAreZeroAndPartialEdgesAreCut() {
        Series series = Series.of(
                List.of(
                        bucket("2024-01-01", 3),
                        bucket("2024-01-02", 5),
                        bucket("2024-01-05", 7),
                        bucket("2024-01-06", 1)),
                Grain.DAY,
                TimeBucket::volume);

        assertThat(series.start()).isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(series.values()).containsExactly(5, 0, 0, 7);
    }

    @Test
    void edgesAloneLeaveNothing() {
        assertThat(Series.of(List.of(), Grain.DAY, TimeBucket::volume).length()).isZero();
        assertThat(Series.of(List.of(bucket("2024-01-01", 3), bucket("2024-01-02", 5)), Grain.DAY, TimeBucket::volume)
                        .length())
                .isZero();
    }

    @Test
    void bucketsOutOfOrderOrOffTheGridAreRefused() {
        List<TimeBucket> backwards = List.of(bucket("2024-01-02", 3), bucket("2024-01-01", 5));
        List<TimeBucket> twice = List.of(bucket("2024-01-01", 3), bucket("2024-01-01", 5), bucket("2024-01-04", 5));
        List<TimeBucket> offGrid = List.of(
                bucket("2024-01-01", 3),
                new TimeBucket(Instant.parse("2024-01-02T01:00:00Z"), 1, BigDecimal.ONE, 0),
                bucket("2024-01-05", 5));

        for (List<TimeBucket> buckets : List.of(backwards, twice, offGrid)) {
            assertThatExceptionOfType(DataFault.class)
                    .isThrownBy(() -> Series.of(buckets, Grain.DAY, TimeBucket::volume));
        }
    }

    @Test
    void stubBeforeAndTailAfterAreCut() {
        List<TimeBucket> buckets = new ArrayList<>();
        for (String day : List.of(
                "2016-09-04", "2016-10-03", "2016-10-04", "2016-10-05", "2016-10-06", "2016-10-07", "2016-12-23")) {
            buckets.add(bucket(day, 60));
        }
        for (int i = 0; i < 300; i++) {
            buckets.add(bucket(LocalDate.of(2017, 1, 5).plusDays(i).toString(), 100 + i % 7));
        }
        for (String day : List.of("2017-11-03", "2017-11-06", "2017-11-12")) {
            buckets.add(bucket(day, 1));
        }
        Series series = Series.of(buckets, Grain.DAY, TimeBucket::volume);

        assertThat(series.start()).isEqualTo(Instant.parse("2017-01-05T00:00:00Z"));
        assertThat(series.length()).isEqualTo(300);
        assertThat(series.values()).doesNotContain(0, 1, 60);
    }

    @Test
    void thinnessThroughoutIsNotCut() {
        List<TimeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            buckets.add(bucket(LocalDate.of(2024, 1, 1).plusDays(11L * i).toString(), 5));
        }

        assertThat(Series.of(buckets, Grain.DAY, TimeBucket::volume).length()).isEqualTo(39 * 11 + 1 - 2);
    }

    @Test
    void everySeriesOfABankIsCutAtTheSameSteps() {
        List<TimeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            buckets.add(bucket(LocalDate.of(2024, 1, 1).plusDays(i).toString(), i < 10 ? 1 : 100));
        }
        Series volume = Series.of(buckets, Grain.DAY, TimeBucket::volume);
        Series amount = Series.of(buckets, Grain.DAY, bucket -> bucket.amount().doubleValue());

        assertThat(volume.start()).isEqualTo(Instant.parse("2024-01-11T00:00:00Z"));
        assertThat(amount.start()).isEqualTo(volume.start());
        assertThat(amount.length()).isEqualTo(volume.length());
    }

    @Test
    void gapsAreJoinedByAStraightLine() {
        double gap = Double.NaN;
        Series series = new Series(Instant.EPOCH, Step.DAY, new double[] {gap, 2, gap, gap, 8, gap});

        assertThat(series.known()).isEqualTo(2);
        assertThat(series.filled().values()).containsExactly(2, 2, 4, 6, 8, 8);
        assertThat(series.with(new double[] {gap, gap}).filled().values()).containsExactly(0, 0);
    }
}
