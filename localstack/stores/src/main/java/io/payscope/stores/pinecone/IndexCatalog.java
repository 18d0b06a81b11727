package io.payscope.stores.pinecone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes of a server: a folder each, and a gRPC listener each. */
final class IndexCatalog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexCatalog.class);

    private final Path folder;
    private final int dataPort;
    private final ApiKeyCheck keyCheck;
    private final ExecutorService threads;
    private final Map<String, ServedIndex> served = new LinkedHashMap<>();
    /** Where deleted indexes listened: a client that cached the address finds the recreated index there. */
    private final Map<String, Integer> formerPorts = new LinkedHashMap<>();

    private IndexCatalog(PineconeSettings settings, ExecutorService threads) {
        this.folder = settings.folder();
        this.dataPort = settings.dataPort();
        this.keyCheck = new ApiKeyCheck(settings.apiKey());
        this.threads = threads;
    }

    static IndexCatalog open(PineconeSettings settings, ExecutorService threads) throws IOException {
        Files.createDirectories(settings.folder());
        IndexCatalog catalog = new IndexCatalog(settings, threads);
        try {
            for (IndexSpec spec : catalog.kept()) {
                catalog.serve(spec);
            }
        } catch (IOException | RuntimeException e) {
            catalog.close();
            throw e;
        }
        return catalog;
    }

    /**
     * Makes an empty index and serves it.
     *
     * @return the spec with the port it is served on
     * @throws RestRefusal if there is an index of that name
     */
    synchronized IndexSpec create(IndexSpec spec) throws IOException {
        if (served.containsKey(spec.name())) {
            throw RestRefusal.exists(spec.name());
        }
        return serve(spec.servedOn(formerPorts.getOrDefault(spec.name(), 0)));
    }

    synchronized IndexSpec describe(String name) {
        return find(name).spec();
    }

    synchronized List<IndexSpec> list() {
        return served.values().stream().map(ServedIndex::spec).toList();
    }

    /**
     * Stops serving the index and removes what it held.
     *
     * @throws RestRefusal if there is none of that name, or it is protected
     */
    synchronized void delete(String name) throws IOException {
        ServedIndex index = find(name);
        if (index.spec().deletionProtected()) {
            throw RestRefusal.protectedIndex(name);
        }
        served.remove(name);
        formerPorts.put(name, index.spec().port());
        index.close();
        new IndexFolder(folder.resolve(name)).delete();
    }

    @Override
    public synchronized void close() {
        served.values().forEach(ServedIndex::close);
        served.clear();
    }

    private ServedIndex find(String name) {
        ServedIndex index = served.get(name);
        if (index == null) {
            throw RestRefusal.notFound(name);
        }
        return index;
    }

    private IndexSpec serve(IndexSpec spec) throws IOException {
        IndexFolder home = new IndexFolder(folder.resolve(spec.name()));
        home.prepare();
        VectorIndex index = VectorIndex.open(spec.dimension(), home.log());
        ServedIndex listener;
        try {
            boolean first = served.isEmpty() && dataPort != 0;
            listener = first
                    ? ServedIndex.on(dataPort, index, spec, keyCheck, threads)
                    : ServedIndex.near(spec.port(), index, spec, keyCheck, threads);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
        served.put(spec.name(), listener);
        // Written last: a folder without it is an index whose creation or deletion was cut short.
        home.writeSpec(listener.spec());
        return listener.spec();
    }

    private List<IndexSpec> kept() throws IOException {
        List<IndexSpec> whole = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                IndexFolder index = new IndexFolder(child);
                if (index.isWhole()) {
                    whole.add(index.readSpec());
                } else {
                    LOG.warn("Removing {}: its creation or deletion was cut short", child);
                    index.delete();
                }
            }
        }
        whole.sort(Comparator.comparingLong(IndexSpec::createdAt));
        return whole;
    }
}
