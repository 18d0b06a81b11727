package io.payscope.core.claim;

/** Looks at claims without making any. */
public interface ClaimLookup {

    /** @return how an effect stands at this moment, leaving its result aside */
    ClaimState stateOf(EffectKey key);
}
