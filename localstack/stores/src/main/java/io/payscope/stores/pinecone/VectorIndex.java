package io.payscope.stores.pinecone;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vectors of one index by namespace, in memory and in a log. Many readers or one writer at a time. */
final class VectorIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorIndex.class);
    /** Below this a log is not worth rewriting. */
    private static final long SMALLEST_REWRITE_BYTES = 32 << 20;

    private final int dimension;
    private final Map<String, Namespace> namespaces = new TreeMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MutationLog log;
    private final long smallestRewriteBytes;
    private long nextRewriteCheck;

    private VectorIndex(int dimension, Path file, long smallestRewriteBytes) throws IOException {
        this.dimension = dimension;
        this.smallestRewriteBytes = smallestRewriteBytes;
        this.log = MutationLog.open(file, this::apply);
        rewriteIfMostlyDead();
    }

    /** Rebuilds the index from its log, which is made if it is not there. */
    static VectorIndex open(int dimension, Path file) throws IOException {
        return open(dimension, file, SMALLEST_REWRITE_BYTES);
    }

    static VectorIndex open(int dimension, Path file, long smallestRewriteBytes) throws IOException {
        return new VectorIndex(dimension, file, smallestRewriteBytes);
    }

    int dimension() {
        return dimension;
    }

    /**
     * Logs a change, then makes it.
     *
     * @return how many vectors it touched
     * @throws UncheckedIOException if it could not be logged; the index is as before
     */
    int change(Mutation mutation) {
        lock.writeLock().lock();
        try {
            requireNamespace(mutation);
            log.append(mutation);
            int touched = apply(mutation);
            if (log.length() > nextRewriteCheck) {
                rewriteIfMostlyDead();
            }
            return touched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Reads one namespace while nobody writes; one that does not exist reads as empty. */
    <R> R read(String name, Function<Namespace, R> reader) {
        lock.readLock().lock();
        try {
            Namespace namespace = namespaces.get(name);
            return reader.apply(namespace == null ? new Namespace(dimension) : namespace);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @return how many vectors each namespace holds */
    Map<String, Integer> counts() {
        lock.readLock().lock();
        try {
            Map<String, Integer> counts = new TreeMap<>();
            namespaces.forEach((name, namespace) -> counts.put(name, namespace.size()));
            return counts;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireNamespace(Mutation mutation) {
        if (mutation instanceof Mutation.Delete(DeleteRequest request)
                && !namespaces.containsKey(request.getNamespace())) {
            throw Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException();
        }
    }

    private int apply(Mutation mutation) {
        return switch (mutation) {
            case Mutation.Upsert(UpsertRequest request) -> upsert(request);
            case Mutation.Update(UpdateRequest request) -> update(request);
            case Mutation.Delete(DeleteRequest request) -> delete(request);
        };
    }

    private int upsert(UpsertRequest request) {
        Namespace namespace = namespaces.computeIfAbsent(request.getNamespace(), _ -> new Namespace(dimension));
        for (Vector vector : request.getVectorsList()) {
            namespace.put(vector.getId(), Floats.array(vector.getValuesList()), vector.getMetadata());
        }
        return request.getVectorsCount();
    }

    private int update(UpdateRequest request) {
        Namespace namespace = namespaces.get(request.getNamespace());
        if (namespace == null) {
            return 0;
        }
        List<String> ids = request.hasFilter()
                ? namespace.matching(FilterParser.parse(request.getFilter()))
                : List.of(request.getId());
        int updated = 0;
        for (String id : ids) {
            float @Nullable [] values = namespace.values(id);
            Struct metadata = namespace.metadata(id);
            if (values == null || metadata == null) {
                continue;
            }
            namespace.put(
                    id,
                    request.getValuesCount() > 0 ? Floats.array(request.getValuesList()) : values,
                    metadata.toBuilder()
                            .putAllFields(request.getSetMetadata().getFieldsMap())
                            .build());
            updated++;
        }
        return updated;
    }

    private int delete(DeleteRequest request) {
        Namespace namespace = namespaces.get(request.getNamespace());
        if (namespace == null) {
            return 0;
        }
        int before = namespace.size();
        if (request.getDeleteAll()) {
            namespaces.remove(request.getNamespace());
            return before;
        }
        List<String> ids = request.hasFilter()
                ? namespace.matching(FilterParser.parse(request.getFilter()))
                : request.getIdsList();
        ids.forEach(namespace::remove);
        return before - namespace.size();
    }

    private void rewriteIfMostlyDead() throws IOException {
        if (log.length() > smallestRewriteBytes) {
            long live = state().mapToLong(change -> change.message().getSerializedSize())
                    .sum();
            if (log.length() > 2 * live) {
                LOG.info("Rewriting a log of {} bytes, of which about {} are live", log.length(), live);
                log.rewrite(state());
            }
        }
        nextRewriteCheck = Math.max(smallestRewriteBytes, 2 * log.length());
    }

    /** @return the index as changes that would build it; a vector each, so that memory stays small */
    private Stream<Mutation> state() {
        return namespaces.entrySet().stream().flatMap(entry -> entry.getValue()
                .ids("", "")
                .map(id -> new Mutation.Upsert(UpsertRequest.newBuilder()
                        .setNamespace(entry.getKey())
                        .addVectors(entry.getValue().vector(id))
                        .build())));
    }
}
