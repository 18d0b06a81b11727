package io.payscope.datasets.simulate;

/** How a fraud comes about. */
enum Mechanism {
    /** An account falls into other hands and pays in a burst. */
    TAKEOVER,
    /** Payments where a merchant, a terminal or a batch of cards is compromised. */
    COMPROMISED,
    /** Several accounts act together. */
    ORGANISED,
    /** A single payment far above the account's level. */
    SPIKE,
    /** Nothing tells it from an honest payment. */
    HIDDEN;

    static final int COUNT = values().length;
    private static final Mechanism[] ALL = values();

    static Mechanism of(int ordinal) {
        return ALL[ordinal];
    }
}
