package io.payscope.datasets.testing;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import java.util.HashMap;
import java.util.Map;

/** Claims in memory, for one process. */
public final class MemoryClaims implements Claims {

    private final Map<EffectKey, String> owners = new HashMap<>();
    private final Map<EffectKey, Object> results = new HashMap<>();

    @Override
    public synchronized <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        String holder = owners.putIfAbsent(key, owner);
        Object result = results.get(key);
        if (result != null) {
            return new Claiming.Done<>(holder == null ? owner : holder, resultType.cast(result));
        }
        return holder == null || holder.equals(owner) ? new Claiming.Won<>() : new Claiming.Held<>(holder);
    }

    @Override
    public synchronized <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        Object standing = results.putIfAbsent(key, result);
        return standing == null ? result : resultType.cast(standing);
    }

    @Override
    public synchronized void release(EffectKey key, String owner) {
        owners.remove(key, owner);
    }

    @Override
    public synchronized void forget(EffectKey key) {
        owners.remove(key);
        results.remove(key);
    }
}
