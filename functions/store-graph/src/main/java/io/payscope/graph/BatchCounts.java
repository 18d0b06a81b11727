package io.payscope.graph;

import java.util.Map;
import org.neo4j.driver.Value;

/**
 * What writing rows of a part did. It is stored in the same transaction, so that a replay answers with the same.
 *
 * @param rows rows read
 * @param inserted transactions that were new
 * @param nodes nodes that were new, transactions included
 * @param relationships relationships that were new
 */
record BatchCounts(long rows, long inserted, long nodes, long relationships) {

    static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0);

    /** Reads a {@code LoadedBatch} node. */
    static BatchCounts of(Value node) {
        return new BatchCounts(
                node.get("rows").asLong(),
                node.get("inserted").asLong(),
                node.get("nodes_created").asLong(),
                node.get("relationships_created").asLong());
    }

    /** The properties of a {@code LoadedBatch} node. */
    Map<String, Object> properties() {
        return Map.of(
                "rows", rows,
                "inserted", inserted,
                "already_present", rows - inserted,
                "nodes_created", nodes,
                "relationships_created", relationships);
    }

    BatchCounts plus(BatchCounts other) {
        return new BatchCounts(
                rows + other.rows, inserted + other.inserted, nodes + other.nodes, relationships + other.relationships);
    }
}
