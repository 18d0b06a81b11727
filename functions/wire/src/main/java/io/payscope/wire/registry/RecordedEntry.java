package io.payscope.wire.registry;

import io.payscope.core.registry.RegistryEntry;

/**
 * An entry as it lies in the store.
 *
 * @param key its key
 * @param sha256 of its bytes
 * @param entry what it says
 */
public record RecordedEntry(String key, String sha256, RegistryEntry entry) {}
