package io.payscope.core.port;

/**
 * A small object, whole.
 *
 * @param body its bytes; not copied
 * @param entityTag version marker, without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the store to a decoder and dropped; never compared.
public record ObjectBody(byte[] body, String entityTag) {}
