package io.payscope.core.claim;

import io.payscope.core.fault.TransientFault;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Does an effect once, whoever asks and how often. */
public final class OnceOnly {

    private final Claims claims;

    public OnceOnly(Claims claims) {
        this.claims = claims;
    }

    /**
     * Returns the effect's result, doing the effect only where no earlier result stands.
     *
     * @param key the effect
     * @param owner the execution that asks
     * @param resultType record of the result
     * @param stands whether what an earlier result names is still there
     * @param effect does it
     * @throws TransientFault if another execution is doing it just now; a retry finds its result
     */
    public <R> R run(EffectKey key, String owner, Class<R> resultType, Predicate<R> stands, Supplier<R> effect) {
        return switch (claims.claim(key, owner, resultType)) {
            case Claiming.Held<R> held ->
                throw new TransientFault(key.stage() + " of bank " + key.bank() + " is being done by " + held.winner());
            case Claiming.Done<R> done when stands.test(done.result()) -> done.result();
            case Claiming.Done<R> _ -> {
                claims.forget(key);
                yield run(key, owner, resultType, _ -> true, effect);
            }
            case Claiming.Won<R> _ -> claims.complete(key, owner, perform(key, owner, effect), resultType);
        };
    }

    private <R> R perform(EffectKey key, String owner, Supplier<R> effect) {
        try {
            return effect.get();
        } catch (RuntimeException | Error failure) {
            try {
                claims.release(key, owner);
            } catch (RuntimeException releaseFailure) {
                failure.addSuppressed(releaseFailure);
            }
            throw failure;
        }
    }
}
