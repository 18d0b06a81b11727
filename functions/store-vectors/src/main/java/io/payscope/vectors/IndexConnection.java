package io.payscope.vectors;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.pinecone.clients.Index;
import io.pinecone.configs.PineconeConfig;
import io.pinecone.configs.PineconeConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data plane of one index. The connection is opened at the first call and after an index could not be reached, from
 * what the control plane then says. It is our own: the client's cache lives as long as the process, is found by index
 * name only and would answer for an index that has moved or belongs to another account. Thread-safe.
 */
final class IndexConnection implements AutoCloseable {

    private static final long CALL_SECONDS = 30;

    private final VectorSettings settings;
    private final IndexDirectory directory;
    private @Nullable Open open;

    IndexConnection(VectorSettings settings, IndexDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * Calls the index.
     *
     * @param doing what the call does, for the message of a fault
     */
    <T> T call(String doing, Function<Index, T> call) {
        Open current = open();
        try {
            return call.apply(current.index());
        } catch (RuntimeException e) {
            if (VectorFaults.isUnreachable(e)) {
                forget(current);
            }
            throw VectorFaults.of(doing, e);
        }
    }

    private synchronized Open open() {
        if (open == null) {
            String host = directory.ready().getHost();
            PineconeConfig config = new PineconeConfig(settings.apiKey());
            config.setHost(host);
            config.setTLSEnabled(settings.tls());
            ManagedChannel channel = channel(host);
            config.setCustomManagedChannel(channel);
            open = new Open(new Index(config, new PineconeConnection(config), settings.index()), channel);
        }
        return open;
    }

    private ManagedChannel channel(String host) {
        ManagedChannelBuilder<?> builder = ManagedChannelBuilder.forTarget(PineconeConnection.formatEndpoint(host))
                .intercept(new Deadline());
        return (settings.tls() ? builder : builder.usePlaintext()).build();
    }

    /** Lets calls of other threads end. */
    private synchronized void forget(Open failed) {
        failed.channel().shutdown();
        if (failed.equals(open)) {
            open = null;
        }
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.channel().shutdownNow();
            open = null;
        }
    }

    private record Open(Index index, ManagedChannel channel) {}

    /** The client sets no deadline: a server that hangs would hang the stage. */
    private static final class Deadline implements ClientInterceptor {

        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            return next.newCall(method, options.withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS));
        }
    }
}
