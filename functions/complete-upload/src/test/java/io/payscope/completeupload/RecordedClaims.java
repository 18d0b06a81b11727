package io.payscope.completeupload;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import java.util.HashMap;
import java.util.Map;

/** Claims of one process, which all are won. */
final class RecordedClaims implements Claims {

    private final Map<EffectKey, Object> results = new HashMap<>();

    Map<EffectKey, Object> results() {
        return results;
    }

    @Override
    public <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        return new Claiming.Won<>();
    }

    @Override
    public <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        Object standing = results.putIfAbsent(key, result);
        return standing == null ? result : resultType.cast(standing);
    }

    @Override
    public void release(EffectKey key, String owner) {
        results.remove(key);
    }

    @Override
    public void forget(EffectKey key) {
        results.remove(key);
    }
}
