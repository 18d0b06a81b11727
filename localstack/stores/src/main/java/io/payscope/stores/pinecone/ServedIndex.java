package io.payscope.stores.pinecone;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index and the gRPC listener that serves it. */
final class ServedIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedIndex.class);
    /** Above every limit of the data plane, so that the data plane can say which one was passed. */
    private static final int LARGEST_MESSAGE_BYTES = 64 << 20;

    private static final int CLOSE_SECONDS = 2;

    private final VectorIndex index;
    private final IndexSpec spec;
    private final Server server;

    private ServedIndex(VectorIndex index, IndexSpec spec, Server server) {
        this.index = index;
        this.spec = spec.servedOn(server.getPort());
        this.server = server;
    }

    /** Serves on this port or not at all. */
    static ServedIndex on(int port, VectorIndex index, IndexSpec spec, ApiKeyCheck keyCheck, ExecutorService threads)
            throws IOException {
        return new ServedIndex(index, spec, listen(port, index, keyCheck, threads));
    }

    /** Serves on this port if it is free, otherwise on any. */
    static ServedIndex near(int port, VectorIndex index, IndexSpec spec, ApiKeyCheck keyCheck, ExecutorService threads)
            throws IOException {
        try {
            return on(port, index, spec, keyCheck, threads);
        } catch (IOException e) {
            if (port == 0) {
                throw e;
            }
            LOG.warn("Port {} that index {} was last served on is taken, using another", port, spec.name());
            return on(0, index, spec, keyCheck, threads);
        }
    }

    IndexSpec spec() {
        return spec;
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        index.close();
    }

    private static Server listen(int port, VectorIndex index, ApiKeyCheck keyCheck, ExecutorService threads)
            throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(PineconeServer.loopback(), port))
                .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
                .executor(threads)
                .intercept(keyCheck)
                .addService(new DataPlane(index))
                .build()
                .start();
    }
}
