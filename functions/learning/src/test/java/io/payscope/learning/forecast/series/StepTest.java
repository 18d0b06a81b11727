package io.payscope.learning.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    private static Step detect(String... days) {
        return Step.detect(Arrays.stream(days)
                .map(day -> Instant.parse(day.contains("T") ? day : day + "T00:00:00Z"))
                .toArray(Instant[]::new));
    }

    @Test
    void gapsDoNotHideTheStep() {
        assertThat(detect("2024-01-01", "2024-01-05", "2024-01-06")).isEqualTo(Step.DAY);
        assertThat(detect("2024-01-01T00:00:00Z", "2024-01-01T05:00:00Z", "2024-01-01T06:00:00Z"))
                .isEqualTo(Step.HOUR);
    }

    @Test
    void calendarMonthsAreMonths() {
        Step month = detect("2023-01-01", "2023-02-01", "2023-03-01", "2023-05-01");

        assertThat(month).isEqualTo(new Step(0, 1));
        assertThat(month.after(Instant.parse("2023-11-01T00:00:00Z"), 3))
                .isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(detect("2023-01-01", "2023-04-01", "2023-07-01").seasonLength())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"300, 288", "3600, 24", "86400, 7", "604800, 52", "50000, 1"})
    void seasonFollowsFromTheStep(long seconds, int season) {
        assertThat(new Step(seconds, 0).seasonLength()).isEqualTo(season);
    }
}
