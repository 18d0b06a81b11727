package io.payscope.apipredictions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A small cache that forgets what was not asked for the longest. Thread-safe; others wait while a value is made.
 *
 * @param <K> what is asked by; it names the bank, so that no bank finds what is another's
 * @param <V> what is kept
 */
final class Bounded<K, V> {

    private final int most;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param most values that are kept */
    Bounded(int most) {
        this.most = most;
    }

    /** @return the value, made if it is not there */
    synchronized V get(K key, Function<K, V> make) {
        V value = kept.get(key);
        if (value == null) {
            value = make.apply(key);
            kept.put(key, value);
            if (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return value;
    }
}
