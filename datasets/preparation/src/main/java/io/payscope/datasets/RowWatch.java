package io.payscope.datasets;

import io.payscope.core.model.CanonicalTransaction;
import java.util.List;

/** Looks on while the valid rows of a file pass. */
public interface RowWatch {

    /** Sees nothing. */
    RowWatch NONE = new RowWatch() {

        @Override
        public void begin(List<String> features) {
            // Nothing is watched.
        }

        @Override
        public void row(CanonicalTransaction transaction, double[] features) {
            // Nothing is watched.
        }
    };

    /**
     * Called once, before the first row.
     *
     * @param features names of the rows' own features
     */
    void begin(List<String> features);

    /**
     * Called for each row that is kept.
     *
     * @param features own values in the order of their names, NaN for missing; filled again for the next row
     */
    void row(CanonicalTransaction transaction, double[] features);
}
