package io.payscope.datasets.quality;

import java.io.IOException;

/** Takes rows that would have been transactions and are refused. */
@FunctionalInterface
public interface RefusalSink {

    /**
     * Refuses a row.
     *
     * @param source the file
     * @param line the line that the row begins on, 1 being the header
     * @param column the column at fault, empty if it is the row as a whole
     * @param rule id of the rule
     * @param value what was found
     */
    void refuse(String source, long line, String column, String rule, String value) throws IOException;
}
