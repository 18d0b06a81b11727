package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;

/** A bank's embedded documents. Reads are eventually consistent. */
public interface VectorStore extends VectorCensus {

    /**
     * Makes the bank's namespace hold exactly these documents: writes them all, removes every other, and returns when
     * all of it is visible.
     *
     * @throws io.payscope.core.fault.TransientFault if that is not visible within two minutes
     */
    void replaceAll(BankId bank, List<Document> documents);

    /**
     * Finds documents by meaning.
     *
     * @param question what to look for
     * @param limit at most so many
     * @param filter metadata that must be equal; may be empty
     * @return the nearest documents, best first
     */
    List<Match> query(BankId bank, String question, int limit, Map<String, String> filter);

    /**
     * Finds documents by meaning among those that a condition lets through.
     *
     * @param question what to look for
     * @param limit at most so many
     * @param filter which documents are looked at
     * @return the nearest documents, best first
     */
    List<Match> query(BankId bank, String question, int limit, MetadataFilter filter);

    /**
     * A document found.
     *
     * @param id of the document
     * @param score cosine similarity, -1 to 1
     * @param metadata of the document, its text under {@code text}
     */
    record Match(String id, double score, Map<String, String> metadata) {

        public Match {
            metadata = Map.copyOf(metadata);
        }
    }
}
