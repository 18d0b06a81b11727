package io.payscope.runner.asl.port;

/** Calls functions. Called from many threads at once; the calling thread is interrupted when the caller gives up. */
@FunctionalInterface
public interface LambdaInvoker {

    /**
     * Calls a function and waits for its answer.
     *
     * @param functionName plain name, without account or version
     * @param payload one JSON document, UTF-8
     * @return the answer, one JSON document, UTF-8
     * @throws LambdaFailure if the function threw, or could not be called
     * @throws InterruptedException if the caller gave up
     */
    byte[] invoke(String functionName, byte[] payload) throws LambdaFailure, InterruptedException;
}
