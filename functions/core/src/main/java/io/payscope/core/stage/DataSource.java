package io.payscope.core.stage;

/** Where the raw files of banks 1 to 4 come from. */
public enum DataSource {
    /** Downloaded from Kaggle. */
    KAGGLE,
    /** Already lying under the raw prefix. */
    RAW,
    /** Written by the simulators in the schemas of the originals. */
    SIMULATED
}
