package io.payscope.stores.pinecone;

import com.sun.net.httpserver.HttpServer;
import io.payscope.stores.net.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Serves indexes to the Pinecone client: a REST control plane, and a gRPC data plane per index. Whatever a caller was
 * told to have been written survives the end of the process, however it ends; see {@link MutationLog}.
 *
 * <p>Unlike Pinecone, reads see writes at once, and the search is exact.
 */
public final class PineconeServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads;
    private final IndexCatalog catalog;
    private final String apiKey;

    private PineconeServer(HttpServer http, ExecutorService threads, IndexCatalog catalog, String apiKey) {
        this.http = http;
        this.threads = threads;
        this.catalog = catalog;
        this.apiKey = apiKey;
    }

    /**
     * Opens the folder and serves what is in it.
     *
     * @throws java.net.BindException if a port asked for is taken
     * @throws IOException if the folder cannot be read or written, or a log in it is damaged
     */
    public static PineconeServer start(PineconeSettings settings) throws IOException {
        LoopbackPorts.requireFree(settings.dataPort());
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback(), settings.controlPort()), 0);
        ThreadFactory named = Thread.ofPlatform().daemon().name("pinecone-", 0).factory();
        ExecutorService threads = Executors.newCachedThreadPool(named);
        try {
            IndexCatalog catalog = IndexCatalog.open(settings, threads);
            http.setExecutor(threads);
            http.createContext("/", new ControlPlane(catalog, settings.apiKey()));
            http.start();
            return new PineconeServer(http, threads, catalog, settings.apiKey());
        } catch (IOException | RuntimeException e) {
            http.stop(0);
            threads.shutdown();
            throw e;
        }
    }

    /** @return URL of the control plane, for {@code withHost} of the client, {@code withTlsEnabled(false)} beside it */
    public String controlUrl() {
        return "http://" + LoopbackPorts.HOST + ":" + http.getAddress().getPort();
    }

    /** @return what callers must send as their API key */
    public String apiKey() {
        return apiKey;
    }

    @Override
    public void close() {
        http.stop(0);
        catalog.close();
        threads.shutdown();
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByName(LoopbackPorts.HOST);
    }
}
