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
 * The champions of the registry, each asked for at most once in a while and by one caller at a time: the others go on
 * with the one that was known, so that no crowd reads the log at once. A promotion or rollback shows within half a
 * minute. Thread-safe.
 */
final class RegistryChampions implements ChampionCards {

    static final Duration KEPT = Duration.ofSeconds(30);

    private final ChampionCards registry;
    private final Clock clock;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

    RegistryChampions(ModelRegistry registry, Clock clock) {
        this((bank, kind) -> registry.champion(bank, kind).map(RegisteredModel::cardKey), clock);
    }

    RegistryChampions(ChampionCards registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Optional<String> cardKey(BankId bank, ModelOutcome.Kind kind) {
        Key key = new Key(bank, kind);
        Seen known = seen.get(key);
        Instant now = clock.instant();
        if (known == null) {
            return ask(key, now);
        }
        Seen meanwhile = new Seen(known.card, now.plus(KEPT));
        if (now.isBefore(known.until) || !seen.replace(key, known, meanwhile)) {
            return Optional.of(known.card);
        }
        try {
            return ask(key, now);
        } catch (RuntimeException | Error failure) {
            seen.replace(key, meanwhile, known);
            throw failure;
        }
    }

    private Optional<String> ask(Key key, Instant now) {
        Optional<String> card = registry.cardKey(key.bank, key.kind);
        // What has no model is not remembered: whoever asks for made-up banks must not fill the memory.
        card.ifPresentOrElse(found -> seen.put(key, new Seen(found, now.plus(KEPT))), () -> seen.remove(key));
        return card;
    }

    private record Key(BankId bank, ModelOutcome.Kind kind) {}

    private record Seen(String card, Instant until) {}
}
