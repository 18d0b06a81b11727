package io.payscope.infra;

/** A group of settings that a function may be given. */
enum Need {
    OBJECTS,
    LEDGER,
    LEDGER_OWNER,
    GRAPH,
    VECTORS,
    TOKENS,
    KAGGLE,
    ERASURE
}
