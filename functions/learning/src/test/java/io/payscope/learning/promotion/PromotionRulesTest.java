package io.payscope.learning.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.PromotionVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromotionRulesTest {

    private static final FraudMeasures GOOD = new FraudMeasures(true, 1000, 50, 0.6, 0.4, 0.01, 20.0);
    private static final FraudMeasures CHAMPION = new FraudMeasures(true, 1000, 50, 0.6, 0.4, 0.01, null);

    private static List<String> failed(FraudMeasures candidate, FraudMeasures champion) {
        PromotionVerdict verdict = PromotionRules.DEFAULT.decide(candidate, champion);
        List<String> failed = verdict.checks().stream()
                .filter(check -> !check.passed())
                .map(NamedCheck::name)
                .toList();
        assertThat(verdict.promote()).isEqualTo(failed.isEmpty());
        return failed;
    }

    @Test
    void firstModelIsHeldAgainstAbsoluteLimits() {
        assertThat(failed(GOOD, null)).isEmpty();
        assertThat(failed(new FraudMeasures(true, 90, 4, 0.04, 1.2, 0.2, 900.0), null))
                .containsExactly("averagePrecision", "cost", "calibration", "latency", "dataVolume");
    }

    @Test
    void everyCheckIsNamedWithItsNumbers() {
        assertThat(PromotionRules.DEFAULT.decide(GOOD, CHAMPION).checks())
                .extracting(NamedCheck::name)
                .containsExactly("averagePrecision", "cost", "calibration", "latency", "dataVolume");
        assertThat(PromotionRules.DEFAULT.decide(GOOD, CHAMPION).checks())
                .allSatisfy(check -> assertThat(check.measured()).isNotNull())
                .allSatisfy(check -> assertThat(check.limit()).isNotNull());
    }

    @Test
    void betterRankingAtAHigherCostIsRejectedForItsCost() {
        FraudMeasures candidate = new FraudMeasures(true, 1000, 50, 0.8, 0.41, 0.01, 20.0);

        assertThat(failed(candidate, CHAMPION)).containsExactly("cost");
        assertThat(PromotionRules.DEFAULT.decide(candidate, CHAMPION).reason()).isEqualTo("failed: cost");
    }

    @Test
    void rankingMayBeWorseByTheToleranceOnly() {
        assertThat(failed(new FraudMeasures(true, 1000, 50, 0.591, 0.4, 0.01, 20.0), CHAMPION))
                .isEmpty();
        assertThat(failed(new FraudMeasures(true, 1000, 50, 0.589, 0.4, 0.01, 20.0), CHAMPION))
                .containsExactly("averagePrecision");
    }

    @Test
    void unmeasuredLatencyAndNoNumbersDoNotPass() {
        assertThat(failed(CHAMPION, CHAMPION)).containsExactly("latency");
        assertThat(failed(new FraudMeasures(true, 1000, 50, Double.NaN, 0.4, Double.NaN, 20.0), CHAMPION))
                .containsExactly("averagePrecision", "calibration");
    }

    @Test
    void numbersOfAnotherTestPartAreCalledSo() {
        FraudMeasures champion = new FraudMeasures(false, 1000, 50, 0.6, 0.4, 0.01, null);

        assertThat(PromotionRules.DEFAULT
                        .decide(GOOD, champion)
                        .checks()
                        .getFirst()
                        .note())
                .contains("by its card");
    }

    @Test
    void forecastIsHeldAgainstSeasonalNaiveAndTheChampion() {
        Map<String, Double> candidate = Map.of("volumeMase", 0.9, "volumeNaiveMase", 1.0, "volumeAdditiveMase", 0.9);

        assertThat(ForecastRules.DEFAULT.decide(candidate, null).promote()).isTrue();
        PromotionVerdict worse = ForecastRules.DEFAULT.decide(candidate, Map.of("volumeMase", 0.8));
        assertThat(worse.promote()).isFalse();
        assertThat(worse.reason()).isEqualTo("failed: volumeChampion");
        assertThat(ForecastRules.DEFAULT
                        .decide(Map.of("volumeMase", 1.2, "volumeNaiveMase", 1.0), null)
                        .reason())
                .isEqualTo("failed: volumeNaive");
        assertThat(ForecastRules.DEFAULT.decide(Map.of("horizon", 7.0), null).promote())
                .isTrue();
    }
}
