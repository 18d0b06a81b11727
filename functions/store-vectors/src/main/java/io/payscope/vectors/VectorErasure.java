package io.payscope.vectors;

import io.payscope.core.model.BankId;
import io.payscope.core.port.BankErasure;
import io.payscope.core.stage.Store;
import java.util.SortedSet;

/** Removes all vectors of a bank's namespace, and returns when they no longer show. Connects at the first call. */
public final class VectorErasure implements BankErasure, AutoCloseable {

    private final IndexConnection connection;
    private final Patience patience;

    /** @param settings where the index is */
    public VectorErasure(VectorSettings settings) {
        this.connection = new IndexConnection(settings, new IndexDirectory(settings));
        this.patience = Patience.TWO_MINUTES;
    }

    @Override
    public Store store() {
        return Store.VECTORS;
    }

    @Override
    public long erase(BankId bank) {
        BankNamespace namespace = new BankNamespace(connection, bank);
        SortedSet<String> ids = namespace.ids();
        namespace.delete(ids);
        patience.await(() -> {
            long count = namespace.count();
            return count == 0 && namespace.ids().isEmpty()
                    ? ""
                    : "an empty namespace: found " + count + " vectors in " + namespace.name();
        });
        return ids.size();
    }

    @Override
    public void close() {
        connection.close();
    }
}
