package io.payscope.learning.promotion;

import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.PromotionVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a fraud model has to keep. Every check is made, so that a refusal names all that speaks for it.
 *
 * @param minimumTestRows of the test part
 * @param minimumTestFrauds of the test part
 * @param averagePrecisionTolerance by how much a candidate may rank worse than the champion
 * @param maximumCalibrationError expected calibration error
 * @param maximumLatencyMicros median of scoring one row in Java
 */
public record PromotionRules(
        int minimumTestRows,
        int minimumTestFrauds,
        double averagePrecisionTolerance,
        double maximumCalibrationError,
        double maximumLatencyMicros) {

    /**
     * With 5 frauds the average precision says at least something; 0.01 is within the noise of all but the largest
     * parts; a score in half a millisecond leaves a payment's answer to the network, also on a machine that is busy.
     */
    public static final PromotionRules DEFAULT = new PromotionRules(100, 5, 0.01, 0.1, 500);

    /**
     * Decides.
     *
     * @param candidate measured on its test rows
     * @param champion the model that serves, or null while none does
     * @return promotion if all checks pass
     */
    public PromotionVerdict decide(FraudMeasures candidate, @Nullable FraudMeasures champion) {
        List<NamedCheck> checks = List.of(
                averagePrecision(candidate, champion),
                cost(candidate, champion),
                new NamedCheck(
                        "calibration",
                        candidate.calibrationError(),
                        maximumCalibrationError,
                        candidate.calibrationError() <= maximumCalibrationError,
                        "expected calibration error on the test rows, at most"),
                latency(candidate),
                dataVolume(candidate));
        return PromotionVerdict.of(
                checks, champion == null ? "the first model of the bank" : "not worse than the champion in any check");
    }

    private NamedCheck averagePrecision(FraudMeasures candidate, @Nullable FraudMeasures champion) {
        double found = candidate.averagePrecision();
        if (champion == null) {
            double prevalence = candidate.frauds() / (double) Math.max(1, candidate.rows());
            return new NamedCheck(
                    "averagePrecision",
                    found,
                    prevalence,
                    found > prevalence,
                    "on the test rows, above their share of frauds, which random scores reach");
        }
        double limit = champion.averagePrecision() - averagePrecisionTolerance;
        return new NamedCheck(
                "averagePrecision",
                found,
                limit,
                found >= limit,
                "at least the champion's " + origin(champion) + " less " + averagePrecisionTolerance);
    }

    private static NamedCheck cost(FraudMeasures candidate, @Nullable FraudMeasures champion) {
        double found = candidate.costShare();
        if (champion == null) {
            return new NamedCheck("cost", found, 1.0, found <= 1, "over the cost of no alerts, at most that cost");
        }
        return new NamedCheck(
                "cost",
                found,
                champion.costShare(),
                found <= champion.costShare(),
                "over the cost of no alerts, at most the champion's " + origin(champion));
    }

    private NamedCheck latency(FraudMeasures candidate) {
        Double found = candidate.latencyMicros();
        return new NamedCheck(
                "latency",
                found,
                maximumLatencyMicros,
                found != null && found <= maximumLatencyMicros,
                "median microseconds to score a test row in Java, at most");
    }

    private NamedCheck dataVolume(FraudMeasures candidate) {
        return new NamedCheck(
                "dataVolume",
                (double) candidate.frauds(),
                (double) minimumTestFrauds,
                candidate.rows() >= minimumTestRows && candidate.frauds() >= minimumTestFrauds,
                "frauds in the test part, at least; of " + candidate.rows() + " rows, at least " + minimumTestRows);
    }

    private static String origin(FraudMeasures champion) {
        return champion.sameRows() ? "on the same rows" : "by its card, for its features are others";
    }
}
