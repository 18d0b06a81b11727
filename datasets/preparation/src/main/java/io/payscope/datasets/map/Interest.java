package io.payscope.datasets.map;

import io.payscope.core.model.Label;

/** Tells which rows are worth encoding while they are read; any thread may ask. */
public interface Interest {

    /** @return the priority of a row with these values */
    long priority(long hashHigh, long hashLow);

    /** @return false if a row of this label and priority will not be kept, whatever else comes */
    boolean mayKeep(Label label, long priority);
}
