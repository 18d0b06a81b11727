package io.payscope.runner.scale;

import java.util.Locale;

/**
 * What one run over so many banks and rows asks of AWS. Rates are measured ones (README.md, "Results") on two busy
 * cores; limits and prices are those of SCALE.md.
 *
 * @param banks how many, of equal size
 * @param rows of all banks together
 */
record ScaleModel(long banks, long rows) {

    /** Events that one more bank adds to the history of the pipeline. */
    static final int EVENTS_PER_BANK = 34;
    /** Bytes that one more bank adds to the input of summarize-run. */
    static final int BYTES_PER_BANK = 4_600;

    private static final long ROWS_PER_PART = 25_000;
    private static final int MOST_EVENTS = 25_000;
    private static final int MOST_BYTES = 262_144;
    private static final int LAMBDA_SECONDS = 900;
    private static final double NIGHT_HOURS = 8;
    private static final double NORMALISED_PER_SECOND = 100_000;
    private static final double LEDGER_PER_SECOND = 52_000;
    private static final double GRAPH_PER_SECOND = 8_000;
    private static final double SECONDS_PER_HOUR = 3_600;

    private static final double GIB_SECOND_USD = 0.0000166667;
    private static final double TRANSITION_USD = 0.000025;
    private static final double MEDIUM_GIB = 1_769 / 1_024.0;
    private static final double LARGE_GIB = 3_008 / 1_024.0;
    /** Two models, documents and reports of one bank. */
    private static final double LARGE_SECONDS_PER_BANK = 60;

    private static final int TRANSITIONS_PER_BANK = 35;
    /** Start and Task of the child execution of a part, once for each of the two stores. */
    private static final int TRANSITIONS_PER_PART = 4;

    long parts() {
        long perBank = Math.ceilDiv(Math.ceilDiv(rows, banks), ROWS_PER_PART);
        return perBank * banks;
    }

    long events() {
        return banks * EVENTS_PER_BANK;
    }

    long payloadBytes() {
        return banks * BYTES_PER_BANK;
    }

    double normaliseSeconds() {
        return (double) rows / banks / NORMALISED_PER_SECOND;
    }

    double ledgerHours() {
        return rows / LEDGER_PER_SECOND / SECONDS_PER_HOUR;
    }

    double graphHours() {
        return rows / GRAPH_PER_SECOND / SECONDS_PER_HOUR;
    }

    /** Preparing and normalising on large functions, two loads on medium ones, and what each bank costs by itself. */
    double lambdaUsd() {
        double large = 2 * rows / NORMALISED_PER_SECOND + banks * LARGE_SECONDS_PER_BANK;
        double medium = rows / LEDGER_PER_SECOND + rows / GRAPH_PER_SECOND;
        return (large * LARGE_GIB + medium * MEDIUM_GIB) * GIB_SECOND_USD;
    }

    double stepFunctionsUsd() {
        return (parts() * TRANSITIONS_PER_PART + banks * TRANSITIONS_PER_BANK) * TRANSITION_USD;
    }

    /** What stops such a run first, in the order in which a run would meet it. */
    String firstBottleneck() {
        if (normaliseSeconds() > LAMBDA_SECONDS) {
            return "15 minutes of normalize-upload";
        }
        if (payloadBytes() > MOST_BYTES) {
            return "256 KiB of state";
        }
        if (events() > MOST_EVENTS) {
            return "25,000 events";
        }
        if (graphHours() > NIGHT_HOURS) {
            return "graph writes";
        }
        if (ledgerHours() > NIGHT_HOURS) {
            return "ledger writes";
        }
        return "none";
    }

    /** The row of SCALE.md. */
    String line() {
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %,d | %,d | %,d | %,.1f | %,.1f | %,.1f | %,.2f | %,.2f | %s |",
                banks,
                rows,
                parts(),
                events(),
                payloadBytes() / 1_024,
                normaliseSeconds(),
                ledgerHours(),
                graphHours(),
                lambdaUsd(),
                stepFunctionsUsd(),
                firstBottleneck());
    }
}
