package io.payscope.completeupload;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import java.util.HashMap;
import java.util.Map;

/** Claims in memory. */
final class RecordedClaims implements Claims {

    private final Map<EffectKey, Object> results = new HashMap<>();
    private final Map<EffectKey, String> owners = new HashMap<>();

    Map<EffectKey, Object> results() {
        return results;
    }

    @Override
    public <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        String holder = owners.putIfAbsent(key, owner);
        return holder == null || holder.equals(owner) ? new Claiming.Won<>() : new Claiming.Held<>(holder);
    }

    @Override
    public <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        Object standing = results.putIfAbsent(key, result);
        return standing == null ? result : resultType.cast(standing);
    }

    @Override
    public void release(EffectKey key, String owner) {
        owners.remove(key, owner);
    }

    @Override
    public void forget(EffectKey key) {
        results.remove(key);
        owners.remove(key);
    }
}
