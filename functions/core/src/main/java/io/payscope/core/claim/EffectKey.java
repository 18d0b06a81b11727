package io.payscope.core.claim;

import io.payscope.core.model.BankId;

/**
 * Names an effect: the same bank, stage and input always mean the same effect.
 *
 * @param bank whose data it is about
 * @param stage name of the stage, such as {@code prepare-dataset}
 * @param inputHash sha256 of everything that the effect depends on, lower-case hex
 */
public record EffectKey(BankId bank, String stage, String inputHash) {

    /** @return prefix of the effect's claim and result */
    public String prefix() {
        return "receipts/" + bank.segment() + "/" + stage + "/" + inputHash + "/";
    }
}
