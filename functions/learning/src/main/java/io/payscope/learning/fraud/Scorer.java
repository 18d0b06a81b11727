package io.payscope.learning.fraud;

import io.payscope.core.fault.DataFault;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.tree.TreeModel;

/** A fitted fraud model: features to probability. */
public sealed interface Scorer {

    /**
     * The probability of fraud.
     *
     * @param row one value a feature, NaN for missing, each a float32 value
     * @return from 0 to 1
     */
    double probability(double[] row);

    /**
     * Shares the log-odds out among the features.
     *
     * @param row as for {@link #probability}
     * @return one value a feature, then the base; together the log-odds
     */
    double[] contributions(double[] row);

    /**
     * Boosted trees.
     *
     * @param text in LightGBM's text form
     * @param model the same, parsed
     */
    record Trees(String text, TreeModel model) implements Scorer {

        /** @throws DataFault if the text is not a model of ours */
        static Trees parse(String text) {
            return new Trees(text, TreeModel.parse(text));
        }

        @Override
        public double probability(double[] row) {
            return model.probability(row);
        }

        @Override
        public double[] contributions(double[] row) {
            return model.contributions(row);
        }
    }

    /**
     * Logistic regression.
     *
     * @param model its weights
     */
    record Line(LogisticModel model) implements Scorer {

        @Override
        public double probability(double[] row) {
            return model.probability(row);
        }

        @Override
        public double[] contributions(double[] row) {
            return model.contributions(row);
        }
    }
}
