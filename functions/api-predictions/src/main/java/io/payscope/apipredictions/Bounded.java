package io.payscope.apipredictions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small cache that forgets what was not asked for the longest. Thread-safe. A value is made once, and while it is
 * made only those wait who ask for that very one: one bank's reading of a graph does not hold up another's score.
 *
 * @param <K> what is asked by; it names the bank, so that no bank finds what is another's
 * @param <V> what is kept
 */
final class Bounded<K, V> {

    private final int most;
    private final Map<K, Place<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param most values that are kept */
    Bounded(int most) {
        this.most = most;
    }

    /** Where a value is or will be. */
    private static final class Place<V> {

        private @Nullable V value;

        synchronized <K> V get(K key, Function<K, V> make) {
            V found = value;
            if (found == null) {
                found = make.apply(key);
                value = found;
            }
            return found;
        }
    }

    /** @return the value, made if it is not there; what cannot be made is not kept */
    V get(K key, Function<K, V> make) {
        Place<V> place = place(key);
        try {
            return place.get(key, make);
        } catch (RuntimeException | Error failure) {
            forget(key, place);
            throw failure;
        }
    }

    private synchronized Place<V> place(K key) {
        Place<V> place = kept.computeIfAbsent(key, _ -> new Place<>());
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
        return place;
    }

    private synchronized void forget(K key, Place<V> place) {
        kept.remove(key, place);
    }
}
