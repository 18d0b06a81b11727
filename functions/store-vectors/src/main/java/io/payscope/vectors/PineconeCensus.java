package io.payscope.vectors;

import io.payscope.core.model.BankId;
import io.payscope.core.port.VectorCensus;

/** Counts the vectors of a Pinecone index. Thread-safe; connects at the first call. */
public final class PineconeCensus implements VectorCensus, AutoCloseable {

    private final IndexConnection connection;

    /** @param settings where the index is */
    public PineconeCensus(VectorSettings settings) {
        this.connection = new IndexConnection(settings, new IndexDirectory(settings));
    }

    @Override
    public long count(BankId bank) {
        return new BankNamespace(connection, bank).count();
    }

    @Override
    public void close() {
        connection.close();
    }
}
