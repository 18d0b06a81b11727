package io.payscope.learning.fraud;

import java.util.Map;

/**
 * Turns a model's probabilities into ones that are true on a later slice. It keeps the order of scores: a higher
 * probability never becomes a lower one.
 */
public sealed interface Calibrator permits Platt, Isotonic {

    /** @return the calibrated probability */
    double apply(double probability);

    /** @return the same for a population with other odds of fraud */
    Calibrator shifted(double logOdds);

    /** @return the calibration as a card names it; it reads back bit for bit */
    Map<String, String> asMap();

    /** @return the calibration that a card names, or {@link Platt#NONE} */
    static Calibrator from(Map<String, String> parameters) {
        return parameters.containsKey(Isotonic.SCORES) ? Isotonic.from(parameters) : Platt.from(parameters);
    }
}
