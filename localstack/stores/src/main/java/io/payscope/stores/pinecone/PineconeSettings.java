package io.payscope.stores.pinecone;

import java.nio.file.Path;

/**
 * How a {@link PineconeServer} is started. All listeners bind to 127.0.0.1.
 *
 * @param folder what the server keeps between runs; made when absent
 * @param controlPort port of the REST control plane, 0 for any
 * @param dataPort gRPC port of the first index, 0 for any; a Pinecone index has a host of its own, so every further
 *     index listens on a port of the server's choice
 * @param apiKey what callers must send
 */
public record PineconeSettings(Path folder, int controlPort, int dataPort, String apiKey) {

    /** @return settings with ports of the server's choice */
    public static PineconeSettings ephemeral(Path folder, String apiKey) {
        return new PineconeSettings(folder, 0, 0, apiKey);
    }

    @Override
    public String toString() {
        return "PineconeSettings[" + folder + ", " + controlPort + ", " + dataPort + "]";
    }
}
