package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Placeholder until the stores say where they are. */
public record StoreEndpoints(String s3Url, String bucket, String s3AccessKey, String s3SecretKey, String postgresUrl, String psqlUri, String boltUri, String graphUser, String graphPassword, String pineconeUrl) {
    static StoreEndpoints read(Path file) throws IOException {
        return new JsonMapper().readValue(Files.readString(file), StoreEndpoints.class);
    }

    void addTo(Map<Setting, String> settings) {
        throw new ConfigFault("not yet");
    }
}
