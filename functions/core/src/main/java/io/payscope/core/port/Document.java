package io.payscope.core.port;

import java.util.Map;

/**
 * A short text about a bank's data, found by meaning.
 *
 * @param id unique within the bank; the same subject has the same id in every run
 * @param kind such as {@code daily-summary}
 * @param text what is embedded
 * @param metadata keys into ledger and graph, and what can be filtered by
 */
public record Document(String id, String kind, String text, Map<String, String> metadata) {

    public Document {
        metadata = Map.copyOf(metadata);
    }
}
