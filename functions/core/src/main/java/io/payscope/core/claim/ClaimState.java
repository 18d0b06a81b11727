package io.payscope.core.claim;

/** How an effect is claimed. */
public enum ClaimState {
    /** Nobody has ever claimed it. */
    UNCLAIMED,
    /** Somebody is doing it. */
    HELD,
    /** Whoever did it last has given it up, finished, or died. */
    ENDED
}
