package io.payscope.loadvectors;

import io.payscope.core.model.BankId;
import io.payscope.core.port.Document;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a document together: the text is bounded, and the metadata are the keys of ledger and graph as they are. */
final class DocumentBuilder {

    private static final int MOST_WORDS = 80;
    /** A longer value is no key of ours, and the index bounds metadata. */
    private static final int MOST_KEY_CHARACTERS = 256;

    private final String kind;
    private final Map<String, String> metadata = new HashMap<>();

    DocumentBuilder(String kind, BankId bank) {
        this.kind = kind;
        metadata.put("bank_id", bank.toString());
    }

    /** Links to a row or node; null or what is too long to be one is left out. */
    DocumentBuilder link(String key, @Nullable String value) {
        if (value != null && value.length() <= MOST_KEY_CHARACTERS) {
            metadata.put(key, value);
        }
        return this;
    }

    /**
     * Finishes the document.
     *
     * @param subject what it is about, unique among documents of the kind; empty where there is one a bank
     * @param text cut to 80 words
     */
    Document build(String subject, String text) {
        String id = subject.isEmpty() ? kind : kind + ":" + subject;
        return new Document(id, kind, OutsideText.firstWords(text, MOST_WORDS), metadata);
    }
}
