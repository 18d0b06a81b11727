package io.payscope.stores.pinecone;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an index was created as. The metric is always cosine.
 *
 * @param name of the index, also that of its folder
 * @param dimension length of every vector
 * @param deletionProtected whether the index refuses to be deleted
 * @param cloud what the creator asked for; it means nothing here but is told back
 * @param region what the creator asked for, likewise
 * @param tags of the creator
 * @param port gRPC port last served on, 0 before the first; asked for again so that a client's cached address holds
 * @param createdAt milliseconds since 1970, orders the indexes
 */
record IndexSpec(
        String name,
        int dimension,
        boolean deletionProtected,
        String cloud,
        String region,
        Map<String, String> tags,
        int port,
        long createdAt) {

    static final String METRIC = "cosine";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,43}[a-z0-9])?");
    private static final int LARGEST_DIMENSION = 20_000;

    IndexSpec {
        tags = Map.copyOf(tags);
        if (!NAME.matcher(name).matches()) {
            throw RestRefusal.invalid("Name must consist of lower case alphanumeric characters or '-', start and end"
                    + " with an alphanumeric character and be at most 45 characters long, got '" + name + "'");
        }
        if (dimension < 1 || dimension > LARGEST_DIMENSION) {
            throw RestRefusal.invalid("Dimension must be 1 to " + LARGEST_DIMENSION + ", got " + dimension);
        }
    }

    IndexSpec servedOn(int newPort) {
        return new IndexSpec(name, dimension, deletionProtected, cloud, region, tags, newPort, createdAt);
    }
}
