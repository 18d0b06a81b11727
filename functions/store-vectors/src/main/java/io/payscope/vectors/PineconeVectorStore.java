package io.payscope.vectors;

import com.google.protobuf.Struct;
import io.payscope.core.fault.BugFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.Document;
import io.payscope.core.port.Embedder;
import io.payscope.core.port.MetadataFilter;
import io.payscope.core.port.VectorStore;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Documents in a Pinecone index, one namespace a bank. A document that the index already holds unchanged is not
 * embedded again, so a repeated load costs two reads. Thread-safe; connects at the first call.
 */
public final class PineconeVectorStore implements VectorStore, AutoCloseable {

    /** Documents embedded before they are written: what a crash can lose. */
    private static final int EMBEDDED_AT_ONCE = 100;

    private final IndexConnection connection;
    private final Embedder embedder;
    private final Patience patience;

    /**
     * @param settings where the index is
     * @param embedder what documents and questions are embedded with; one for the whole process, as it holds models
     */
    public PineconeVectorStore(VectorSettings settings, Embedder embedder) {
        this(new IndexConnection(settings, new IndexDirectory(settings)), embedder, Patience.TWO_MINUTES);
    }

    PineconeVectorStore(IndexConnection connection, Embedder embedder, Patience patience) {
        this.connection = connection;
        this.embedder = embedder;
        this.patience = patience;
    }

    @Override
    public void replaceAll(BankId bank, List<Document> documents) {
        Map<String, StoredDocument> wanted = byId(documents);
        BankNamespace namespace = new BankNamespace(connection, bank);
        SortedSet<String> present = namespace.ids();
        Map<String, String> fingerprints = namespace.fingerprints(intersection(wanted.keySet(), present));
        List<StoredDocument> changed = wanted.values().stream()
                .filter(document -> !document.fingerprint().equals(fingerprints.get(document.id())))
                .toList();
        Slices.of(changed, EMBEDDED_AT_ONCE).forEach(some -> namespace.upsert(embedded(some)));
        present.removeAll(wanted.keySet());
        namespace.delete(present);
        patience.await(() -> missing(namespace, wanted.keySet(), changed));
    }

    private static Map<String, StoredDocument> byId(List<Document> documents) {
        Map<String, StoredDocument> byId = LinkedHashMap.newLinkedHashMap(documents.size());
        for (Document document : documents) {
            if (byId.put(document.id(), StoredDocument.of(document)) != null) {
                throw new BugFault("two documents have the id " + document.id());
            }
        }
        return byId;
    }

    private static SortedSet<String> intersection(Set<String> some, Set<String> others) {
        SortedSet<String> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    private List<VectorWithUnsignedIndices> embedded(List<StoredDocument> documents) {
        List<float[]> vectors = embedder.embed(
                documents.stream().map(stored -> stored.document().text()).toList());
        List<VectorWithUnsignedIndices> embedded = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            embedded.add(documents.get(i).vector(vectors.get(i)));
        }
        return embedded;
    }

    /** @return what does not show yet, or empty if the namespace shows exactly the wanted documents */
    private static String missing(BankNamespace namespace, Set<String> wanted, List<StoredDocument> changed) {
        SortedSet<String> ids = namespace.ids();
        if (!ids.equals(wanted)) {
            return "not the ids written: expected %d, found %d in %s"
                    .formatted(wanted.size(), ids.size(), namespace.name());
        }
        Map<String, String> fingerprints =
                namespace.fingerprints(changed.stream().map(StoredDocument::id).toList());
        for (StoredDocument document : changed) {
            if (!document.fingerprint().equals(fingerprints.get(document.id()))) {
                return "the former content of " + document.id() + " in " + namespace.name();
            }
        }
        long count = namespace.count();
        return count == wanted.size()
                ? ""
                : "another count: expected %d, found %d in %s".formatted(wanted.size(), count, namespace.name());
    }

    @Override
    public long count(BankId bank) {
        return new BankNamespace(connection, bank).count();
    }

    @Override
    public List<Match> query(BankId bank, String question, int limit, Map<String, String> filter) {
        return find(bank, question, limit, StoredDocument.filter(filter));
    }

    @Override
    public List<Match> query(BankId bank, String question, int limit, MetadataFilter filter) {
        return find(bank, question, limit, FilterStruct.of(filter));
    }

    private List<Match> find(BankId bank, String question, int limit, Struct filter) {
        List<Float> vector =
                StoredDocument.boxed(embedder.embed(List.of(question)).getFirst());
        return new BankNamespace(connection, bank)
                .query(vector, limit, filter).stream()
                        .map(match -> new Match(
                                match.getId(), match.getScore(), StoredDocument.readable(match.getMetadata())))
                        .toList();
    }

    @Override
    public void close() {
        connection.close();
    }
}
