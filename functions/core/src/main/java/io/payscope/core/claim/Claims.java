package io.payscope.core.claim;

/** Claims on effects. Implemented over conditional writes of the object store. */
public interface Claims {

    /**
     * Tries to claim an effect. An owner that already holds the claim wins again; a dead owner's claim is taken over.
     *
     * @param key the effect
     * @param owner the execution that wants to do it
     * @param resultType record of the effect's result
     */
    <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType);

    /**
     * Records that an effect is done. The first result stays.
     *
     * @return the result that stands: this one, or the one that was recorded before
     */
    <R> R complete(EffectKey key, String owner, R result, Class<R> resultType);

    /** Gives a claim up after a failure, so that the next attempt need not wait; only the owner's own claim goes. */
    void release(EffectKey key, String owner);

    /** Forgets an effect whose result no longer stands, for instance because an object it left was removed. */
    void forget(EffectKey key);
}
