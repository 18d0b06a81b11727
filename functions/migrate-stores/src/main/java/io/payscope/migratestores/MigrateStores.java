package io.payscope.migratestores;

import io.payscope.core.port.StoreMigration;
import io.payscope.core.stage.MigrateStoresRequest;
import io.payscope.core.stage.MigrateStoresResult;
import io.payscope.core.stage.Stage;

/** Migrates ledger, graph and vectors in turn: the first that refuses ends it, and nothing needs undoing. */
public final class MigrateStores implements Stage<MigrateStoresRequest, MigrateStoresResult> {

    private final StoreMigration ledger;
    private final StoreMigration graph;
    private final StoreMigration vectors;

    /**
     * Makes the stage.
     *
     * @param ledger its version is the schema's, its count the migrations that it applied
     * @param graph its count is the constraints and indexes that exist
     * @param vectors its version is the name of the index
     */
    public MigrateStores(StoreMigration ledger, StoreMigration graph, StoreMigration vectors) {
        this.ledger = ledger;
        this.graph = graph;
        this.vectors = vectors;
    }

    @Override
    public MigrateStoresResult run(MigrateStoresRequest request) {
        StoreMigration.Applied schema = ledger.migrate();
        return new MigrateStoresResult(
                schema.version(),
                schema.count(),
                graph.migrate().count(),
                vectors.migrate().version());
    }
}
