package io.payscope.datasets.map;

import io.payscope.datasets.primitive.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A few texts that a field's bytes are looked up in without making an object. */
final class TextTable {

    private final byte[][] texts;
    private final long[] lastBytes;

    TextTable(List<String> texts) {
        this.texts = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.lastBytes = Arrays.stream(this.texts)
                .mapToLong(text -> Words.last(text, 0, text.length))
                .toArray();
    }

    /** Place of a text in the list, or -1. */
    int find(byte[] bytes, int from, int to) {
        long last = Words.last(bytes, from, to);
        for (int i = 0; i < lastBytes.length; i++) {
            if (lastBytes[i] == last && equal(texts[i], bytes, from, to)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean equal(byte[] text, byte[] bytes, int from, int to) {
        return text.length == to - from
                && (text.length <= Long.BYTES || Arrays.equals(text, 0, text.length, bytes, from, to));
    }
}
