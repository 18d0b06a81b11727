package io.payscope.vectors;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;

/**
 * How the vector index is reached.
 *
 * @param host URL of a Pinecone-compatible control plane; empty for Pinecone's own
 * @param apiKey the key that every call carries
 * @param index name of the index
 * @param cloud where the index is created
 * @param region of the cloud
 */
public record VectorSettings(String host, String apiKey, String index, String cloud, String region) {

    /**
     * Reads the settings.
     *
     * @throws io.payscope.core.fault.ConfigFault if the API key is not given
     */
    public static VectorSettings from(Settings settings) {
        return new VectorSettings(
                settings.get(Setting.VECTORS_HOST),
                settings.get(Setting.VECTORS_API_KEY),
                settings.get(Setting.VECTORS_INDEX),
                settings.get(Setting.VECTORS_CLOUD),
                settings.get(Setting.VECTORS_REGION));
    }

    /** @return whether calls are encrypted: always, except to a local server named with http */
    boolean tls() {
        return !host.startsWith("http://");
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "VectorSettings[" + (host.isEmpty() ? "Pinecone" : host) + ", index " + index + "]";
    }
}
