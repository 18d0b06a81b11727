package io.payscope.core.port;

import java.time.Instant;

/**
 * An object without its body.
 *
 * @param key relative to the bucket
 * @param bytes length of the body
 * @param entityTag version marker, without quotes
 * @param lastModified when it was written
 */
public record ObjectHead(String key, long bytes, String entityTag, Instant lastModified) {}
