package io.payscope.core.manifest;

import java.time.Instant;
import java.util.Map;

/**
 * The half of a manifest that is not hashed.
 *
 * @param codeVersion version of the code that wrote it
 * @param createdAt when
 * @param environment what else may explain a difference, free of host names: Java version, architecture
 */
public record Provenance(String codeVersion, Instant createdAt, Map<String, String> environment) {

    public Provenance {
        environment = Map.copyOf(environment);
    }
}
