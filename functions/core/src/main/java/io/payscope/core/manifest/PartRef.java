package io.payscope.core.manifest;

/**
 * One part of a dataset: a gzipped canonical CSV file.
 *
 * @param index position among the dataset's parts, from 0
 * @param bucket where it lies
 * @param key relative to the bucket
 * @param sha256 of the uncompressed bytes, lower-case hex
 * @param rows data rows
 */
public record PartRef(int index, String bucket, String key, String sha256, long rows) {}
