package io.payscope.learning.boost;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;

/**
 * Boosting, tree by tree, with the probabilities of the validation rows after each. Beside the rows it takes 1 byte for
 * each value of the two parts up to 255 bins, else 2, outside the heap. For one thread.
 */
public final class BoostingRun implements AutoCloseable {

    private final NativeDataset train;
    private final NativeDataset validation;
    private final NativeBooster booster;

    /**
     * Bins the rows.
     *
     * @param rows with both classes in the training part
     * @param trainPart rows to learn from
     * @param validationPart rows to predict
     * @param parameters how to boost
     * @throws io.payscope.core.fault.ConfigFault if the native library is missing
     */
    public BoostingRun(LabelledRows rows, RowRange trainPart, RowRange validationPart, BoostingParameters parameters) {
        NativeLibrary.require();
        String text = parameters.nativeText();
        train = NativeDataset.of(rows, trainPart.from(), trainPart.to(), text, null);
        try {
            validation = NativeDataset.of(rows, validationPart.from(), validationPart.to(), text, train);
            try {
                booster = new NativeBooster(train, validation, validationPart.size(), text);
            } catch (RuntimeException failure) {
                validation.close();
                throw failure;
            }
        } catch (RuntimeException failure) {
            train.close();
            throw failure;
        }
    }

    /** @return false if no tree could be added because no split is worth it */
    public boolean addTree() {
        return booster.addTree();
    }

    /** @param target receives the probability of each validation row */
    public void predict(double[] target) {
        booster.predictValidation(target);
    }

    /** @return the first trees in LightGBM's text form */
    public String text(int trees) {
        return booster.text(trees);
    }

    @Override
    public void close() {
        booster.close();
        validation.close();
        train.close();
    }
}
