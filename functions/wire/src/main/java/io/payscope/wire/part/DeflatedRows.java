package io.payscope.wire.part;

/**
 * Some encoded rows, as they are hashed and as they are stored.
 *
 * @param rows number of rows
 * @param text the lines, as bytes; the first {@code textLength} count
 * @param textLength bytes of the lines
 * @param deflated whole blocks of raw deflate, none of them the last; the first {@code deflatedLength} count
 * @param deflatedLength bytes of the blocks
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one thread to another, never compared.
public record DeflatedRows(int rows, byte[] text, int textLength, byte[] deflated, int deflatedLength) {}
