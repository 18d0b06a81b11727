package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.port.Document;
import io.payscope.core.port.MetadataFilter;
import io.payscope.core.port.VectorStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vectors whose count of bank 3 a test sets; every other bank has none. */
final class CountedVectors implements VectorStore {

    long count;

    @Nullable
    RuntimeException failure;

    @Override
    public long count(BankId bank) {
        if (failure != null) {
            throw failure;
        }
        return bank.value() == 3 ? count : 0;
    }

    @Override
    public void replaceAll(BankId bank, List<Document> documents) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Match> query(BankId bank, String question, int limit, Map<String, String> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Match> query(BankId bank, String question, int limit, MetadataFilter filter) {
        throw new UnsupportedOperationException();
    }
}
