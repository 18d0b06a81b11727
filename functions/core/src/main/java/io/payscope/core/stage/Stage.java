package io.payscope.core.stage;

/**
 * The use case of one Lambda.
 *
 * @param <Q> request record
 * @param <R> result record
 */
public interface Stage<Q, R> {

    /**
     * Does the stage's work.
     *
     * @throws io.payscope.core.fault.Fault if it cannot
     */
    R run(Q request);
}
