package io.payscope.apiquestions;

import java.util.List;

/**
 * An answer.
 *
 * @param answerable whether the data hold it; otherwise there are no figures and no documents
 * @param text the answer, or why there is none and what can be asked
 * @param figures computed by SQL or by a forecast model
 * @param documents cited, nearest first
 * @param timings where the time went
 */
public record Answer(boolean answerable, String text, List<Figure> figures, List<Cited> documents, Timings timings) {

    /**
     * Milliseconds spent.
     *
     * @param understanding reading the question, with its look-ups in the ledger
     * @param documents embedding the question and querying the vectors
     * @param figures SQL, graph and forecasts
     */
    public record Timings(double understanding, double documents, double figures) {}
}
