package io.payscope.loadvectors;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.wire.json.Hashes;
import java.util.function.Supplier;

/**
 * Lets the uploads of a bank write its documents one after the other. Otherwise one that read the stores earlier could
 * write later and replace the documents of the other by older ones. The claim is given up at the end of each turn and
 * never completed, because every upload has to have its turn.
 */
final class Turns {

    private static final String STAGE = "load-vectors";

    private final Claims claims;

    Turns(Claims claims) {
        this.claims = claims;
    }

    /** The claim of whoever writes a bank's documents: it depends on nothing but the bank. */
    static EffectKey key(BankId bank) {
        return new EffectKey(bank, STAGE, Hashes.sha256("namespace"));
    }

    /**
     * Does the work while no other upload of the bank does.
     *
     * @throws TransientFault if another upload is at it just now; a retry finds it gone, or dead
     */
    <T> T take(BankId bank, String uploadId, Supplier<T> work) {
        EffectKey key = key(bank);
        switch (claims.claim(key, uploadId, LoadedVectors.class)) {
            case Claiming.Won<LoadedVectors> _ -> {
                // The turn is ours, and ends below.
            }
            case Claiming.Held<LoadedVectors> held ->
                throw new TransientFault("the documents of bank " + bank + " are being written by upload "
                        + held.winner() + ", upload " + uploadId + " waits");
            case Claiming.Done<LoadedVectors> done ->
                throw new BugFault("claiming " + key.prefix() + ": expected no result, found one of " + done.winner());
        }
        T done;
        try {
            done = work.get();
        } catch (RuntimeException | Error failure) {
            try {
                claims.release(key, uploadId);
            } catch (RuntimeException releaseFailure) {
                failure.addSuppressed(releaseFailure);
            }
            throw failure;
        }
        claims.release(key, uploadId);
        return done;
    }
}
