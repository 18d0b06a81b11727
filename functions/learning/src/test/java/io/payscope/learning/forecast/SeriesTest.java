package io.payscope.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import java.math.BigDecimal;
import java.time.Instant;
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
}
