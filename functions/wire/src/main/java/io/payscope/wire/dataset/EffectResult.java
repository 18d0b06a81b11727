package io.payscope.wire.dataset;

import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.wire.json.JsonCodec;

/**
 * That an effect is done, stored as {@code result.json} beside its claim.
 *
 * @param winner the execution that did it
 * @param result what it left
 * @param <R> record of the result
 */
public record EffectResult<R>(String winner, R result) {

    private static final String FILE = "result.json";

    /** @return where the result of an effect lies */
    public static String key(EffectKey effect) {
        return effect.prefix() + FILE;
    }

    /** @return prefix of everything that a stage's effects on a bank left */
    public static String prefix(BankId bank, String stage) {
        return "receipts/" + bank.segment() + "/" + stage + "/";
    }

    /** @return whether an object below {@link #prefix} is a result */
    public static boolean isResult(String key) {
        return key.endsWith("/" + FILE);
    }

    /**
     * Reads a result.
     *
     * @param json the object's body
     * @param resultType record of the result
     * @throws DataFault if it is not one
     */
    @SuppressWarnings("unchecked") // The codec has built the very type that is named.
    public static <R> EffectResult<R> decode(byte[] json, Class<R> resultType) {
        return JsonCodec.decode(json, EffectResult.class, resultType);
    }
}
