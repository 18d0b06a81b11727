package io.payscope.vectors;

import com.google.protobuf.Struct;
import io.payscope.core.model.BankId;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceSummary;
import io.pinecone.unsigned_indices_model.ScoredVectorWithUnsignedIndices;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The namespace of one bank: the only part of the index that its calls can touch. */
final class BankNamespace {

    /** What the index accepts or gives in one call. */
    private static final int PAGE = 100;

    private static final int MOST_DELETED = 1_000;

    private final IndexConnection connection;
    private final String name;

    BankNamespace(IndexConnection connection, BankId bank) {
        this.connection = connection;
        this.name = "bank-" + bank;
    }

    /** @return ids of all vectors */
    SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        ListResponse page = connection.call("list " + name, index -> index.list(name, PAGE));
        collect(page, ids);
        while (!page.getPagination().getNext().isEmpty()) {
            String next = page.getPagination().getNext();
            page = connection.call("list " + name, index -> index.list(name, PAGE, next));
            collect(page, ids);
        }
        return ids;
    }

    private static void collect(ListResponse page, SortedSet<String> ids) {
        page.getVectorsList().forEach(item -> ids.add(item.getId()));
    }

    /** @return by id the fingerprints of those vectors that there are */
    Map<String, String> fingerprints(Collection<String> ids) {
        Map<String, String> fingerprints = new HashMap<>();
        for (List<String> some : Slices.of(List.copyOf(ids), PAGE)) {
            connection
                    .call("fetch from " + name, index -> index.fetch(some, name))
                    .getVectorsMap()
                    .forEach((id, vector) -> fingerprints.put(id, StoredDocument.fingerprint(vector.getMetadata())));
        }
        return fingerprints;
    }

    /** Writes or replaces vectors, at most what the index takes in one call. */
    void upsert(List<VectorWithUnsignedIndices> vectors) {
        for (List<VectorWithUnsignedIndices> batch : UpsertBatches.of(vectors)) {
            connection.call("upsert into " + name, index -> index.upsert(batch, name));
        }
    }

    /** Removes vectors. */
    void delete(Collection<String> ids) {
        for (List<String> some : Slices.of(new ArrayList<>(ids), MOST_DELETED)) {
            connection.call("delete from " + name, index -> index.deleteByIds(some, name));
        }
    }

    /** @return the nearest vectors with their metadata, best first */
    List<ScoredVectorWithUnsignedIndices> query(List<Float> vector, int limit, Struct filter) {
        return connection
                .call(
                        "query " + name,
                        index -> filter.getFieldsCount() == 0
                                ? index.queryByVector(limit, vector, name, false, true)
                                : index.queryByVector(limit, vector, name, filter, false, true))
                .getMatchesList();
    }

    /** @return how many vectors the index counts at this moment */
    long count() {
        return connection
                .call("count " + name, index -> index.describeIndexStats())
                .getNamespacesOrDefault(name, NamespaceSummary.getDefaultInstance())
                .getVectorCount();
    }

    String name() {
        return name;
    }
}
