package io.payscope.learning.tree;

import io.payscope.core.fault.DataFault;
import java.util.Set;

/**
 * From raw scores to predictions, by LightGBM's objectives.
 *
 * @param kind of function
 * @param slope factor of the raw score before it
 */
record Link(Kind kind, double slope) {

    private static final Set<String> IDENTITIES = Set.of(
            "regression", "regression_l1", "huber", "fair", "quantile", "mape", "lambdarank", "rank_xendcg", "custom");
    private static final Set<String> EXPONENTIALS = Set.of("poisson", "gamma", "tweedie");

    enum Kind {
        LOGISTIC,
        IDENTITY,
        EXPONENTIAL
    }

    /** @throws DataFault if the objective is not supported */
    static Link of(String objective) {
        String[] words = objective.trim().split(" ");
        if (words[0].equals("binary") || words[0].equals("cross_entropy")) {
            double slope = 1;
            for (String word : words) {
                if (word.startsWith("sigmoid:")) {
                    slope = Double.parseDouble(word.substring("sigmoid:".length()));
                }
            }
            return new Link(Kind.LOGISTIC, slope);
        }
        if (EXPONENTIALS.contains(words[0])) {
            return new Link(Kind.EXPONENTIAL, 1);
        }
        if (IDENTITIES.contains(words[0]) && words.length == 1) {
            return new Link(Kind.IDENTITY, 1);
        }
        throw new DataFault("model text: objective '" + objective + "' is not supported: expected binary,"
                + " cross_entropy, regression without sqrt, a ranking, poisson, gamma or tweedie");
    }

    double apply(double raw) {
        return switch (kind) {
            case LOGISTIC -> 1 / (1 + Math.exp(-slope * raw));
            case IDENTITY -> raw;
            case EXPONENTIAL -> Math.exp(raw);
        };
    }
}
