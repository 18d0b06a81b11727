package io.payscope.datasets.testing;

/** What the storage does to one request instead of serving it well. */
public sealed interface StubTrick {

    /**
     * Closes the connection early.
     *
     * @param bytes sent before
     */
    record Truncate(int bytes) implements StubTrick {}

    /**
     * Sends nothing more, and keeps the connection open.
     *
     * @param bytes sent before
     */
    record Stall(int bytes) implements StubTrick {}

    /** Sends the whole file with status 200, whatever part was asked for. */
    record IgnoreRange() implements StubTrick {}

    /** Sends the part asked for from another byte than asked. */
    record ShiftRange() implements StubTrick {}

    /**
     * States a hash.
     *
     * @param header value of x-goog-hash; empty for no such header
     */
    record Hash(String header) implements StubTrick {}

    /**
     * Answers something else.
     *
     * @param answer it
     */
    record Reply(StubReply answer) implements StubTrick {}
}
