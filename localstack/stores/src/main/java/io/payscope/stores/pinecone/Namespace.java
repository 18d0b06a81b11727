package io.payscope.stores.pinecone;

import com.google.protobuf.Struct;
import io.pinecone.proto.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vectors of one namespace. Not thread-safe: {@link VectorIndex} holds the lock. */
final class Namespace {

    private final VectorBlocks values;
    private final List<String> ids = new ArrayList<>();
    private final List<Struct> metadata = new ArrayList<>();
    private final NavigableMap<String, Integer> rows = new TreeMap<>();

    Namespace(int dimension) {
        this.values = new VectorBlocks(dimension);
    }

    /**
     * A vector found by a search.
     *
     * @param row where it lies; holds until the next change
     * @param id of the vector
     * @param score cosine similarity, -1 to 1
     */
    record Hit(int row, String id, double score) {

        /** Best first; equal scores in the order of ids, so that answers repeat. */
        static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);
    }

    int size() {
        return ids.size();
    }

    boolean contains(String id) {
        return rows.containsKey(id);
    }

    void put(String id, float[] vector, Struct fields) {
        Integer known = rows.get(id);
        int row = known == null ? ids.size() : known;
        values.set(row, vector);
        if (known == null) {
            rows.put(id, row);
            ids.add(id);
            metadata.add(fields);
        } else {
            metadata.set(row, fields);
        }
    }

    /** Removes a vector; the last row takes its place. */
    void remove(String id) {
        Integer row = rows.remove(id);
        if (row == null) {
            return;
        }
        int last = ids.size() - 1;
        if (row != last) {
            values.set(row, values.get(last));
            ids.set(row, ids.get(last));
            metadata.set(row, metadata.get(last));
            rows.put(ids.get(row), row);
        }
        ids.removeLast();
        metadata.removeLast();
        values.shrinkTo(last);
    }

    float @Nullable [] values(String id) {
        Integer row = rows.get(id);
        return row == null ? null : values.get(row);
    }

    @Nullable
    Struct metadata(String id) {
        Integer row = rows.get(id);
        return row == null ? null : metadata.get(row);
    }

    /** @return the vector with all that it has, or null if there is none of that id */
    @Nullable
    Vector vector(String id) {
        Integer row = rows.get(id);
        if (row == null) {
            return null;
        }
        Vector.Builder vector = Vector.newBuilder().setId(id).addAllValues(Floats.list(values.get(row)));
        Struct fields = metadata.get(row);
        return (fields.getFieldsCount() == 0 ? vector : vector.setMetadata(fields)).build();
    }

    /** @return ids of the vectors that the filter matches, in order */
    List<String> matching(Filter filter) {
        return rows.entrySet().stream()
                .filter(entry -> filter.matches(metadata.get(entry.getValue())))
                .map(SortedMap.Entry::getKey)
                .toList();
    }

    /** @return ids that begin with the prefix and come after {@code after}, in order */
    Stream<String> ids(String prefix, String after) {
        String from = after.compareTo(prefix) < 0 ? prefix : after;
        return rows.tailMap(from, !from.equals(after) || after.isEmpty()).keySet().stream()
                .takeWhile(id -> id.startsWith(prefix));
    }

    /** @return the vectors nearest to the query that the filter matches, best first, at most {@code limit} */
    List<Hit> nearest(float[] query, int limit, Filter filter) {
        double queryLength = VectorBlocks.length(query);
        PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Hit.BEST_FIRST.reversed());
        for (int row = 0; row < ids.size(); row++) {
            if (!filter.matches(metadata.get(row))) {
                continue;
            }
            double score = Math.clamp(values.dot(row, query) / (queryLength * values.length(row)), -1.0, 1.0);
            Hit worst = worstFirst.peek();
            if (worst == null || worstFirst.size() < limit || score >= worst.score()) {
                worstFirst.add(new Hit(row, ids.get(row), score));
                if (worstFirst.size() > limit) {
                    worstFirst.remove();
                }
            }
        }
        return worstFirst.stream().sorted(Hit.BEST_FIRST).toList();
    }
}
