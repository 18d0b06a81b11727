package io.payscope.core.manifest;

/**
 * A dataset's description, stored beside its parts as {@code manifest.json}.
 *
 * @param identity what the dataset is: equal input gives equal bytes
 * @param provenance how this copy of it came about: not part of its identity
 */
public record DatasetManifest(ManifestIdentity identity, Provenance provenance) {}
