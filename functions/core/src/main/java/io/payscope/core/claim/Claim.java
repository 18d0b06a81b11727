package io.payscope.core.claim;

import java.time.Instant;

/**
 * Who is doing an effect.
 *
 * @param owner the execution that holds it
 * @param incarnation the process generation that the owner lives in; empty where only time tells the living from the
 *     dead, as on Lambda
 * @param expiresAt after this the owner is taken for dead
 */
public record Claim(String owner, String incarnation, Instant expiresAt) {

    /**
     * Whether the owner can no longer finish.
     *
     * @param now this moment
     * @param currentIncarnation the process generation of the one who asks
     */
    public boolean isDead(Instant now, String currentIncarnation) {
        return now.isAfter(expiresAt) || !incarnation.equals(currentIncarnation);
    }
}
