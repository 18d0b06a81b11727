package io.payscope.wire.registry;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about one bank's models of one kind, oldest first, proven to follow each other.
 *
 * @param bank the bank
 * @param kind of the models
 * @param entries oldest first
 */
record RegistryLog(BankId bank, ModelOutcome.Kind kind, List<RecordedEntry> entries) {

    RegistryLog {
        entries = List.copyOf(entries);
    }

    /** @throws DataFault if a number is missing, a hash does not match, or an entry is of another bank or kind */
    static RegistryLog read(ObjectStore objects, BankId bank, ModelOutcome.Kind kind) {
        List<RecordedEntry> entries = new ArrayList<>();
        String previous = null;
        for (ObjectHead head : objects.list(Keys.registry(bank, segment(kind)))) {
            RecordedEntry recorded = recorded(objects, head.key());
            RegistryEntry entry = recorded.entry();
            int number = entries.size() + 1;
            expect(head.key(), "key", Keys.registryEntry(bank, segment(kind), number), head.key());
            expect(head.key(), "number", number, entry.number());
            expect(head.key(), "bank", bank, entry.bankId());
            expect(head.key(), "kind", kind, entry.kind());
            expect(head.key(), "hash of the entry before it", previous, entry.previousSha256());
            entries.add(recorded);
            previous = recorded.sha256();
        }
        return new RegistryLog(bank, kind, entries);
    }

    private static RecordedEntry recorded(ObjectStore objects, String key) {
        byte[] body = VerifiedObject.read(objects, key);
        return new RecordedEntry(key, Hashes.sha256(body), JsonCodec.decode(body, RegistryEntry.class));
    }

    private static void expect(String key, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw new DataFault(key + ": expected the " + what + " " + expected + ", found " + found);
        }
    }

    static String segment(ModelOutcome.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    Optional<RecordedEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    @Nullable
    RegisteredModel champion() {
        return entries.isEmpty() ? null : entries.getLast().entry().champion();
    }

    @Nullable
    RegisteredModel challenger() {
        return entries.isEmpty() ? null : entries.getLast().entry().challenger();
    }

    /** The entry by which a candidate was decided on, if it was. */
    Optional<RegistryEntry> decisionOn(RegisteredModel candidate) {
        return entries.stream()
                .map(RecordedEntry::entry)
                .filter(entry -> switch (entry.action()) {
                    case PROMOTE -> candidate.equals(entry.champion());
                    case KEEP -> candidate.equals(entry.challenger());
                    case ROLLBACK -> false;
                })
                .findFirst();
    }

    /** The model of a version that some entry names. */
    Optional<RegisteredModel> version(String version) {
        return entries.reversed().stream()
                .map(RecordedEntry::entry)
                .flatMap(entry ->
                        Stream.of(Optional.ofNullable(entry.champion()), Optional.ofNullable(entry.challenger())))
                .flatMap(Optional::stream)
                .filter(model -> model.version().equals(version))
                .findFirst();
    }

    /** The champion that served before the present one; a model that was rolled back does not count. */
    Optional<RegisteredModel> championBefore() {
        Deque<RegisteredModel> served = new ArrayDeque<>();
        for (RecordedEntry recorded : entries) {
            RegisteredModel champion = recorded.entry().champion();
            if (champion == null || champion.equals(served.peek())) {
                continue;
            }
            if (recorded.entry().action() == RegistryEntry.Action.ROLLBACK && served.contains(champion)) {
                while (!champion.equals(served.peek())) {
                    served.pop();
                }
            } else {
                served.push(champion);
            }
        }
        return served.stream().skip(1).findFirst();
    }
}
