package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.registry.ChampionPointer;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.registry.ModelRegistry;
import io.payscope.wire.registry.RecordedEntry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds each decision about a bank's models against the one before it, and against the cards that it names. */
final class RegistryLinks {

    private final Evidence evidence;
    private final Links links;

    RegistryLinks(Evidence evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    void check(BankId bank) {
        ModelRegistry registry = new ModelRegistry(evidence.objects(), Clock.systemUTC());
        for (ModelOutcome.Kind kind : ModelOutcome.Kind.values()) {
            String segment = kind.name().toLowerCase(Locale.ROOT);
            String pointer = Keys.champion(bank, segment);
            links.read(Kind.REGISTRY, Keys.registry(bank, segment), "a whole log", () -> registry.entries(bank, kind))
                    .ifPresent(entries -> {
                        entries.forEach(this::entry);
                        if (evidence.has(pointer)) {
                            links.read(
                                            Kind.REGISTRY,
                                            pointer,
                                            "a pointer",
                                            () -> evidence.decode(pointer, ChampionPointer.class))
                                    .ifPresent(found -> pointer(pointer, found, entries));
                        }
                    });
        }
    }

    private void entry(RecordedEntry recorded) {
        links.sound(
                Kind.REGISTRY,
                recorded.key(),
                recorded.entry().action() + " by " + recorded.entry().by());
        card(recorded.entry().champion(), recorded.key());
        card(recorded.entry().challenger(), recorded.key());
    }

    private void card(@Nullable RegisteredModel model, String by) {
        if (model == null) {
            return;
        }
        if (evidence.has(model.cardKey())) {
            links.equal(Kind.CARD, model.cardKey(), "sha256", model.cardSha256(), evidence.sha256(model.cardKey()));
        } else {
            links.absent(Kind.CARD, model.cardKey(), "named by " + by + ", but not there");
        }
    }

    /** A pointer may be behind the log, but never beside it. */
    private void pointer(String key, ChampionPointer pointer, List<RecordedEntry> entries) {
        if (pointer.number() < 1 || pointer.number() > entries.size()) {
            links.broken(Kind.REGISTRY, key, "a decision " + pointer.number(), entries.size() + " decisions");
            return;
        }
        RecordedEntry decision = entries.get(pointer.number() - 1);
        links.equal(Kind.REGISTRY, key, "sha256 of its decision", pointer.entrySha256(), decision.sha256());
    }
}
