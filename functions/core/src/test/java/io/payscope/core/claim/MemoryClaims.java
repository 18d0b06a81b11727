package io.payscope.core.claim;

import java.util.HashMap;
import java.util.Map;

/** Claims in memory, by the letter of the port. */
final class MemoryClaims implements Claims {

    private record Result(String winner, Object value) {}

    private final Map<EffectKey, String> owners = new HashMap<>();
    private final Map<EffectKey, Result> results = new HashMap<>();

    @Override
    public <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        Result done = results.get(key);
        if (done != null) {
            return new Claiming.Done<>(done.winner(), resultType.cast(done.value()));
        }
        String holder = owners.putIfAbsent(key, owner);
        return holder == null || holder.equals(owner) ? new Claiming.Won<>() : new Claiming.Held<>(holder);
    }

    @Override
    public <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        results.putIfAbsent(key, new Result(owner, result));
        return resultType.cast(results.get(key).value());
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
