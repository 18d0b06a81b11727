package io.payscope.runner.isolated;

import java.util.concurrent.CompletableFuture;

/**
 * A call on its way through a function's process.
 *
 * @param id of the request
 * @param event JSON, UTF-8
 * @param deadlineMillis when it is given up, milliseconds since 1970
 * @param outcome the answer, or a {@link FunctionError}
 */
record PendingCall(String id, byte[] event, long deadlineMillis, CompletableFuture<byte[]> outcome) {}
