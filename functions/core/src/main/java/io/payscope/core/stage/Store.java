package io.payscope.core.stage;

/** The four stores. */
public enum Store {
    OBJECTS,
    LEDGER,
    GRAPH,
    VECTORS
}
