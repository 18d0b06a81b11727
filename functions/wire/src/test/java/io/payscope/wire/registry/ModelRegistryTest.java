package io.payscope.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.registry.ChampionPointer;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.registry.RegistryEntry.Action;
import io.payscope.core.stage.ModelOutcome.Kind;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final String CHAMPION = Keys.champion(Candidates.BANK, "fraud");

    private final InMemoryObjects objects = new InMemoryObjects();
    private final ModelRegistry registry = new ModelRegistry(objects, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private RegistryEntry register(String version, boolean promote) {
        return registry.register(
                Candidates.BANK,
                Kind.FRAUD,
                Candidates.write(objects, version),
                "run-1",
                champion -> Candidates.verdict(promote));
    }

    private RegistryEntry rollback(String version) {
        return registry.rollback(Candidates.BANK, Kind.FRAUD, version, "too many alerts", "ann");
    }

    private String serving() {
        return JsonCodec.decode(objects.find(CHAMPION).orElseThrow().body(), ChampionPointer.class)
                .champion()
                .version();
    }

    @Test
    void promotedServesAndKeptStaysInShadow() {
        assertThat(register("a", true).challenger()).isNull();
        RegistryEntry second = register("b", false);

        assertThat(second.action()).isEqualTo(Action.KEEP);
        assertThat(second.failedChecks()).containsExactly("cost");
        assertThat(second.champion()).extracting(RegisteredModel::version).isEqualTo("a");
        assertThat(second.challenger()).extracting(RegisteredModel::version).isEqualTo("b");
        assertThat(serving()).isEqualTo("a");
    }

    @Test
    void candidateIsDecidedOnOnce() {
        RegistryEntry first = register("a", true);

        assertThat(register("a", false)).isEqualTo(first);
        assertThat(registry.entries(Candidates.BANK, Kind.FRAUD)).hasSize(1);
    }

    @Test
    void withoutAChampionThereIsNoPointer() {
        assertThat(register("a", false).champion()).isNull();
        assertThat(objects.find(CHAMPION)).isEmpty();
        assertThat(registry.champion(Candidates.BANK, Kind.FRAUD)).isEmpty();
    }

    @Test
    void pointerLostAfterTheEntryIsRebuiltFromTheLog() {
        register("a", true);
        byte[] old = objects.find(CHAMPION).orElseThrow().body();
        register("b", true);
        objects.put(CHAMPION, old, "application/json");

        assertThat(registry.champion(Candidates.BANK, Kind.FRAUD).orElseThrow().version())
                .isEqualTo("b");
        register("b", true);
        assertThat(serving()).isEqualTo("b");
    }

    @Test
    void rollbackServesThePreviousModelAndIsRecorded() {
        register("a", true);
        register("b", true);
        register("c", true);

        RegistryEntry entry = rollback(null);
        assertThat(entry.action()).isEqualTo(Action.ROLLBACK);
        assertThat(entry.by()).isEqualTo("ann");
        assertThat(entry.reason()).isEqualTo("too many alerts");
        assertThat(serving()).isEqualTo("b");
        rollback(null);
        assertThat(serving()).isEqualTo("a");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> rollback(null))
                .withMessageContaining("no champion served before");
        rollback("c");
        assertThat(serving()).isEqualTo("c");
        assertThat(registry.entries(Candidates.BANK, Kind.FRAUD)).hasSize(6);
    }

    /** Both want to leave c; the one that comes second must not leave b as well. */
    @Test
    void rollbackWhileAnotherRollsBackLeavesNoMoreThanOneVersion() {
        register("a", true);
        register("b", true);
        register("c", true);
        AtomicBoolean meanwhile = new AtomicBoolean(true);
        // The time of an entry is taken between reading the log and writing to it.
        InstantSource interrupted = () -> {
            if (meanwhile.getAndSet(false)) {
                rollback(null);
            }
            return Instant.EPOCH;
        };
        ModelRegistry second = new ModelRegistry(objects, interrupted.withZone(ZoneOffset.UTC));

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> second.rollback(Candidates.BANK, Kind.FRAUD, null, "second", "ann"))
                .withMessageContaining("expected c to serve still, found b");
        assertThat(second.champion(Candidates.BANK, Kind.FRAUD))
                .map(RegisteredModel::version)
                .contains("b");
    }

    @Test
    void changedModelIsNotRolledBackTo() {
        RegisteredModel first = Candidates.write(objects, "a");
        register("a", true);
        register("b", true);
        objects.put(first.cardKey().replace("card.json", "model.txt"), new byte[] {1}, "text/plain");

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> rollback(null))
                .withMessageContaining("model.txt: expected sha256");
        assertThat(serving()).isEqualTo("b");
    }

    @Test
    void unknownAndServingVersionsAreRefused() {
        register("a", true);

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> rollback("z"))
                .withMessageContaining("names no version z");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> rollback("a"))
                .withMessageContaining("serves already");
    }

    @Test
    void tamperedEntryIsNoticed() {
        register("a", true);
        register("b", false);
        String key = Keys.registryEntry(Candidates.BANK, "fraud", 1);
        String text = new String(objects.find(key).orElseThrow().body(), StandardCharsets.UTF_8);
        objects.put(key, text.replace("better", "worse!").getBytes(StandardCharsets.UTF_8), "application/json");

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> registry.entries(Candidates.BANK, Kind.FRAUD))
                .withMessageContaining("000002.json: expected the hash of the entry before it");
    }

    @Test
    void contendersGetNumbersOfTheirOwnInOneChain() throws Exception {
        List<RegistryEntry> entries = Candidates.contend(objects, 20);

        assertThat(entries).extracting(RegistryEntry::number).doesNotHaveDuplicates();
        assertThat(registry.entries(Candidates.BANK, Kind.FRAUD))
                .extracting(recorded -> recorded.entry().number())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }
}
