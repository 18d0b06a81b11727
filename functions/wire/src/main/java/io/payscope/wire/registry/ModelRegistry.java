package io.payscope.wire.registry;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.registry.ChampionPointer;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.registry.RegistryEntry.Action;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which model of a bank serves, as a log to which decisions are only ever added. An entry's number is its key, written
 * only where there is none: of two that decide at once one gets the number, and the other reads again and decides
 * again. The pointer to the champion follows the log; readers here go by the log, so a pointer left behind by a kill
 * misleads nobody and is set right by the next write. Thread-safe.
 */
public final class ModelRegistry {

    private static final String JSON = "application/json";
    private static final String CARD = "card.json";

    private final ObjectStore objects;
    private final Clock clock;

    /**
     * @param objects where models lie
     * @param clock tells when something was decided
     */
    public ModelRegistry(ObjectStore objects, Clock clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /**
     * All decisions, oldest first.
     *
     * @throws DataFault if the log is not whole: a number missing, a hash that does not match, an entry malformed
     */
    public List<RecordedEntry> entries(BankId bank, ModelOutcome.Kind kind) {
        return RegistryLog.read(objects, bank, kind).entries();
    }

    /**
     * The model that serves, by the log.
     *
     * @return empty while none does
     * @throws DataFault as for {@link #entries}
     */
    public Optional<RegisteredModel> champion(BankId bank, ModelOutcome.Kind kind) {
        return Optional.ofNullable(RegistryLog.read(objects, bank, kind).champion());
    }

    /**
     * Decides on a candidate and records it, once: one that was decided on is not decided on again.
     *
     * @param candidate whose card and model have been written
     * @param by the run
     * @param decide holds the candidate against the champion, which is empty while there is none; called again when
     *     somebody else decided meanwhile
     * @return the entry that decides on the candidate, new or old
     * @throws DataFault as for {@link #entries}
     */
    public RegistryEntry register(
            BankId bank,
            ModelOutcome.Kind kind,
            RegisteredModel candidate,
            String by,
            Function<Optional<RegisteredModel>, PromotionVerdict> decide) {
        while (true) {
            RegistryLog log = RegistryLog.read(objects, bank, kind);
            Optional<RegistryEntry> standing = log.decisionOn(candidate);
            if (standing.isPresent()) {
                log.last().ifPresent(this::point);
                return standing.get();
            }
            PromotionVerdict verdict = decide.apply(Optional.ofNullable(log.champion()));
            RegistryEntry entry = verdict.promote()
                    ? entry(log, Action.PROMOTE, candidate, null, verdict, by)
                    : entry(log, Action.KEEP, log.champion(), candidate, verdict, by);
            if (append(entry)) {
                return entry;
            }
        }
    }

    /**
     * Lets an earlier model serve again, after its card and model have been read and held against their hashes.
     *
     * @param version that the log names, or null for the champion before the present one
     * @param reason in words
     * @param by the person
     * @return the new entry
     * @throws DataFault if there is no such model, it serves already, its card or model is not what was recorded, or
     *     somebody else changed the champion meanwhile: what was to be left behind does not serve any more
     */
    public RegistryEntry rollback(
            BankId bank, ModelOutcome.Kind kind, @Nullable String version, String reason, String by) {
        RegisteredModel left = null;
        while (true) {
            RegistryLog log = RegistryLog.read(objects, bank, kind);
            RegisteredModel serving = log.champion();
            if (left != null && !left.equals(serving)) {
                throw new DataFault(models(log) + ": expected " + left.version() + " to serve still, found "
                        + (serving == null ? "none" : serving.version()) + ", which somebody decided meanwhile");
            }
            left = serving;
            RegisteredModel target = target(log, version);
            verify(target);
            RegisteredModel challenger = log.challenger();
            RegistryEntry entry = entry(
                    log,
                    Action.ROLLBACK,
                    target,
                    target.equals(challenger) ? null : challenger,
                    new PromotionVerdict(true, List.of(), reason),
                    by);
            if (append(entry)) {
                return entry;
            }
        }
    }

    private static String models(RegistryLog log) {
        return "the " + RegistryLog.segment(log.kind()) + " models of bank " + log.bank();
    }

    private static RegisteredModel target(RegistryLog log, @Nullable String version) {
        if (version == null) {
            return log.championBefore()
                    .orElseThrow(() -> new DataFault(models(log) + ": no champion served before the present one"));
        }
        RegisteredModel found = log.version(version)
                .orElseThrow(() -> new DataFault(models(log) + ": the registry names no version " + version));
        if (found.equals(log.champion())) {
            throw new DataFault(models(log) + ": version " + version + " serves already");
        }
        return found;
    }

    /**
     * Proves that a registered model is still what was registered.
     *
     * @throws DataFault naming the object that is absent or another
     */
    public void verify(RegisteredModel model) {
        byte[] body = VerifiedObject.read(objects, model.cardKey(), model.cardSha256());
        // A card has fields that may be null, such as the split of a forecast.
        Map<String, Object> card = JsonCodec.fields(body);
        if (!(card.get("modelFile") instanceof String file && card.get("modelSha256") instanceof String sha256)) {
            throw new DataFault(model.cardKey() + ": expected the name and hash of a model, found none");
        }
        String prefix = model.cardKey().substring(0, model.cardKey().length() - CARD.length());
        VerifiedObject.read(objects, prefix + file, sha256);
    }

    private RegistryEntry entry(
            RegistryLog log,
            Action action,
            @Nullable RegisteredModel champion,
            @Nullable RegisteredModel challenger,
            PromotionVerdict verdict,
            String by) {
        return new RegistryEntry(
                log.bank(),
                log.kind(),
                log.entries().size() + 1,
                log.last().map(RecordedEntry::sha256).orElse(null),
                action,
                champion,
                challenger,
                verdict.checks(),
                verdict.reason(),
                by,
                clock.instant());
    }

    private boolean append(RegistryEntry entry) {
        String key = Keys.registryEntry(entry.bankId(), RegistryLog.segment(entry.kind()), entry.number());
        byte[] body = JsonCodec.encode(entry);
        if (!objects.putIfAbsent(key, body, JSON)) {
            return false;
        }
        point(new RecordedEntry(key, Hashes.sha256(body), entry));
        return true;
    }

    /** A slow writer may put an older pointer after a newer one; whoever reads goes by the log. */
    private void point(RecordedEntry recorded) {
        RegistryEntry entry = recorded.entry();
        RegisteredModel champion = entry.champion();
        if (champion == null) {
            return;
        }
        String key = Keys.champion(entry.bankId(), RegistryLog.segment(entry.kind()));
        byte[] body = JsonCodec.encode(new ChampionPointer(entry.number(), recorded.sha256(), champion));
        boolean stands = objects.find(key)
                .map(found -> Arrays.equals(found.body(), body))
                .orElse(false);
        if (!stands) {
            objects.put(key, body, JSON);
        }
    }
}
