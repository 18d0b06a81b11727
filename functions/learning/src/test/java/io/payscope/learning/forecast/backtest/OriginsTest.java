package io.payscope.learning.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({"730, 7, 14", "183, 7, 14", "60, 7, 14", "46, 24, 6", "743, 24, 24"})
    void thereAreTenOrMoreAndEachHorizonIsPast(int length, int season, int horizon) {
        Origins origins = Origins.of(length, season, horizon);

        assertThat(origins.count()).isBetween(10, Origins.MAXIMUM);
        assertThat(origins.historySteps().boxed()).isSorted().allSatisfy(steps -> {
            assertThat(steps).isGreaterThan(season);
            assertThat(steps + origins.horizon()).isLessThanOrEqualTo(length);
        });
        assertThat(origins.historySteps().max().orElseThrow()).isEqualTo(length - origins.horizon());
    }

    @Test
    void fiveStepsAreTooFew() {
        assertThat(Origins.of(5, 7, 14).count()).isZero();
        assertThat(Origins.of(5, 7, 14).historySteps()).isEmpty();
    }
}
