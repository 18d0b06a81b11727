package io.payscope.wire.dataset;

import java.util.Comparator;

/**
 * The order of an object store's sequencers. Source: Amazon S3 user guide, "Event message structure": hexadecimal
 * values of one key; the shorter is padded on its right with zeros, then they compare as texts.
 */
final class Sequencers {

    /** Older first. */
    static final Comparator<String> ORDER = (a, b) -> {
        int length = Math.max(a.length(), b.length());
        return padded(a, length).compareToIgnoreCase(padded(b, length));
    };

    private Sequencers() {}

    private static String padded(String sequencer, int length) {
        return sequencer + "0".repeat(length - sequencer.length());
    }
}
