package io.payscope.http;

import java.util.Collection;

/** What one request may bring. */
public final class Limits {

    /** Bytes of a body that asks for one thing. */
    public static final int SMALL_BODY = 16 << 10;

    /** Bytes of a body that holds a batch. */
    public static final int BATCH_BODY = 1 << 20;

    /** Characters of all header names and values together. */
    static final int HEADERS = 32 << 10;

    /** Characters of path and query together. */
    static final int URL = 4 << 10;

    private Limits() {}

    /**
     * Checks the size of a batch.
     *
     * @param items the batch
     * @param max items that it may have
     * @param name of the field, for the answer
     * @throws Refusal 422 if it is empty, 413 if it is larger
     */
    public static void batch(Collection<?> items, int max, String name) {
        if (items.isEmpty()) {
            throw new Refusal(422, name + ": expected 1 to " + max + " items, found none");
        }
        if (items.size() > max) {
            throw new Refusal(413, name + ": expected 1 to " + max + " items, found " + items.size());
        }
    }
}
