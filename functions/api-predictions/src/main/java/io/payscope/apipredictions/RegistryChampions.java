package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The champions of the registry, each asked for at most once in a while: a score does not wait for the registry, and a
 * promotion or rollback shows within half a minute. Thread-safe.
 */
final class RegistryChampions implements ChampionCards {

    static final Duration KEPT = Duration.ofSeconds(30);

    private final ModelRegistry registry;
    private final Clock clock;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

    RegistryChampions(ModelRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Optional<String> cardKey(BankId bank, ModelOutcome.Kind kind) {
        Key key = new Key(bank, kind);
        Seen known = seen.get(key);
        if (known == null || !clock.instant().isBefore(known.until)) {
            // What has no model is not remembered: whoever asks for made-up banks must not fill the memory.
            Optional<String> card = registry.champion(bank, kind).map(RegisteredModel::cardKey);
            if (card.isEmpty()) {
                seen.remove(key);
                return card;
            }
            known = new Seen(card.get(), clock.instant().plus(KEPT));
            seen.put(key, known);
        }
        return Optional.of(known.card);
    }

    private record Key(BankId bank, ModelOutcome.Kind kind) {}

    private record Seen(String card, Instant until) {}
}
