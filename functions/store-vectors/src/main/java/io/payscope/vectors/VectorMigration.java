package io.payscope.vectors;

import org.openapitools.db_control.client.model.IndexModel;

/** Creates the vector index where there is none. Running it again changes nothing. */
public final class VectorMigration {

    private final IndexDirectory directory;
    private final Patience patience;

    /** @param settings where the index is, and where it is created */
    public VectorMigration(VectorSettings settings) {
        this(new IndexDirectory(settings), Patience.TWO_MINUTES);
    }

    VectorMigration(IndexDirectory directory, Patience patience) {
        this.directory = directory;
        this.patience = patience;
    }

    /**
     * Creates the index if it is absent and returns when it is ready.
     *
     * @return what there is now, for people
     * @throws io.payscope.core.fault.ConfigFault if there is an index of another dimension or metric: its vectors would
     *     be lost, so it is left alone
     * @throws io.payscope.core.fault.TransientFault if it is not ready within two minutes
     */
    public String migrate() {
        boolean created = directory.find().isEmpty();
        if (created) {
            directory.create();
        }
        patience.await(() -> directory.find().filter(IndexDirectory::isReady).isPresent() ? "" : "not ready");
        IndexModel index = directory.ready();
        return "index %s, %d dimensions, %s, %s"
                .formatted(index.getName(), index.getDimension(), index.getMetric(), created ? "created" : "was there");
    }
}
