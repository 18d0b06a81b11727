package io.payscope.graph;

import io.payscope.core.fault.DataFault;
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

    /**
     * Reads a {@code LoadedBatch} node.
     *
     * @param node the node
     * @param sha256 of the part that is being loaded
     * @throws DataFault if the batch was written from a part of another content
     */
    static BatchCounts of(Value node, String sha256) {
        String first = node.get("part_sha256").asString();
        if (!first.equals(sha256)) {
            throw new DataFault("part " + node.get("part").asString() + ": expected sha256 " + first
                    + ", of which batch " + node.get("n").asInt() + " was loaded, found " + sha256);
        }
        return new BatchCounts(
                node.get("rows").asLong(),
                node.get("inserted").asLong(),
                node.get("nodes_created").asLong(),
                node.get("relationships_created").asLong());
    }

    /** What a {@code LoadedBatch} node says besides its id: these counts, and the content they are of. */
    Map<String, Object> properties(String sha256) {
        return Map.of(
                "part_sha256", sha256,
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
