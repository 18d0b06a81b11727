package io.payscope.core.manifest;

/**
 * What travels between states instead of data.
 *
 * @param bucket where the manifest lies
 * @param key relative to the bucket
 * @param sha256 of the manifest's identity, lower-case hex
 * @param rows rows in all parts together
 */
public record ManifestRef(String bucket, String key, String sha256, long rows) {}
