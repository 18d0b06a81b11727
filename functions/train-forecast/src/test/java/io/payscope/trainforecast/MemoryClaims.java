package io.payscope.trainforecast;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.wire.json.JsonCodec;
import java.util.HashMap;
import java.util.Map;

/** Claims in memory; results pass through JSON as they do in the store. */
final class MemoryClaims implements Claims {

    private final Map<EffectKey, String> owners = new HashMap<>();
    private final Map<EffectKey, byte[]> results = new HashMap<>();

    int results() {
        return results.size();
    }

    @Override
    public <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        byte[] result = results.get(key);
        if (result != null) {
            return new Claiming.Done<>(owners.get(key), JsonCodec.decode(result, resultType));
        }
        String holder = owners.putIfAbsent(key, owner);
        return holder == null || holder.equals(owner) ? new Claiming.Won<>() : new Claiming.Held<>(holder);
    }

    @Override
    public <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        results.putIfAbsent(key, JsonCodec.encode(result));
        return JsonCodec.decode(results.get(key), resultType);
    }

    @Override
    public void release(EffectKey key, String owner) {
        owners.remove(key, owner);
    }

    @Override
    public void forget(EffectKey key) {
        owners.remove(key);
        results.remove(key);
    }
}
