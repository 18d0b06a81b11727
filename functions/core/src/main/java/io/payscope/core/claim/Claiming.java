package io.payscope.core.claim;

/**
 * How an attempt to claim an effect ended.
 *
 * @param <R> result record of the effect
 */
public sealed interface Claiming<R> {

    /**
     * The effect is the caller's to do.
     *
     * @param <R> result record of the effect
     */
    record Won<R>() implements Claiming<R> {}

    /**
     * Somebody else is doing it.
     *
     * @param winner the execution that holds the claim
     * @param <R> result record of the effect
     */
    record Held<R>(String winner) implements Claiming<R> {}

    /**
     * It is done.
     *
     * @param winner the execution that did it
     * @param result what it left
     * @param <R> result record of the effect
     */
    record Done<R>(String winner, R result) implements Claiming<R> {}
}
