package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;

/** Writes one bank's raw files. The same rows, seed and parameters give the same bytes. */
interface Simulator {

    /** @return whether the files are compressed */
    default boolean compressed() {
        return false;
    }

    /**
     * Writes the files.
     *
     * @param rawRows transactions to write, copies not counted
     * @param seed of everything random
     * @param parameters from the catalog
     * @param sink takes the files
     */
    void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException;
}
