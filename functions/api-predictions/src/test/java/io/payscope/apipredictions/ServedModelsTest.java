package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome.Kind;
import io.payscope.http.Refusal;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.wire.dataset.InMemoryObjects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which model answers, of whose bank, and from when on. */
class ServedModelsTest {

    private static final BankId A = new BankId(1);
    private static final BankId B = new BankId(2);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final StoredModels stored = new StoredModels(objects);
    private final SetClock clock = new SetClock();
    private final RegistryChampions champions = new RegistryChampions(stored.registry(), clock);
    private final FraudModels models = new FraudModels(objects, champions, 4);

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private String version(BankId bank) {
        return models.of(bank).model().card().version();
    }

    private static double score(FraudModel model) {
        return model.score(new double[model.card().features().size()]);
    }

    @Test
    void aNewChampionServesWhenTheOldOneHasBeenKeptItsTimeAndNotBefore() {
        stored.fraud(A, "v1", -1);
        assertThat(version(A)).isEqualTo("v1");
        stored.fraud(A, "v2", 1);
        clock.pass(RegistryChampions.KEPT.minusMillis(1));
        assertThat(version(A)).isEqualTo("v1");
        clock.pass(Duration.ofMillis(1));
        assertThat(version(A)).isEqualTo("v2");
        stored.registry().rollback(A, Kind.FRAUD, "v1", "worse after all", "somebody");
        clock.pass(RegistryChampions.KEPT);
        assertThat(version(A)).isEqualTo("v1");
    }

    /** The registry answers the one who asks it only after another was answered without it. */
    @Test
    void whileOneAsksTheRegistryAgainTheOthersGoOnWithWhatIsKnown() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        RegistryChampions slow = new RegistryChampions(
                (_, _) -> {
                    if (asked.incrementAndGet() == 2) {
                        asking.countDown();
                        await(answered);
                    }
                    return Optional.of("card " + asked.get());
                },
                clock);
        assertThat(slow.cardKey(A, Kind.FRAUD)).contains("card 1");
        clock.pass(RegistryChampions.KEPT);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<String>> first = threads.submit(() -> slow.cardKey(A, Kind.FRAUD));
            await(asking);
            assertThat(slow.cardKey(A, Kind.FRAUD)).contains("card 1");
            answered.countDown();
            assertThat(first.get()).contains("card 2");
        }
        assertThat(slow.cardKey(A, Kind.FRAUD)).contains("card 2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAskedAgainByTheNext() {
        AtomicInteger asked = new AtomicInteger();
        RegistryChampions failing = new RegistryChampions(
                (_, _) -> {
                    if (asked.incrementAndGet() == 2) {
                        throw new TransientFault("busy");
                    }
                    return Optional.of("card " + asked.get());
                },
                clock);
        failing.cardKey(A, Kind.FRAUD);
        clock.pass(RegistryChampions.KEPT);
        assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> failing.cardKey(A, Kind.FRAUD));
        assertThat(failing.cardKey(A, Kind.FRAUD)).contains("card 3");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFirstModelServesAtOnce() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> models.of(A))
                .withMessageContaining("bank 1 has no fraud model");
        stored.fraud(A, "v1", -1);
        assertThat(version(A)).isEqualTo("v1");
    }

    @Test
    void eachBankIsAnsweredByItsOwnModelWhateverWasAskedBefore() {
        stored.fraud(A, "v1", -1);
        stored.fraud(B, "v1", 1);
        for (int i = 0; i < 3; i++) {
            assertThat(models.of(A).model().card().bankId()).isEqualTo(A);
            assertThat(models.of(B).model().card().bankId()).isEqualTo(B);
            assertThat(score(models.of(A).model()))
                    .isLessThan(score(models.of(B).model()));
        }
    }

    @Test
    void aModelOfAnotherBankIsRefusedWhereverItLies() {
        String theirs = stored.fraud(B, "v1", 1) + "card.json";
        models.of(B);
        FraudModels misled = new FraudModels(objects, (_, _) -> Optional.of(theirs), 4);
        assertThat(misled.of(B).model().card().bankId()).isEqualTo(B);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> misled.of(A))
                .withMessageContaining("expected a model of bank 1, found bank 2");
    }

    @Test
    void treesAreReadOnceAndScoreByTheirLeaves() {
        String prefix = stored.fraud(A, "v1", -1.5);
        FraudModel model = models.of(A).model();
        objects.delete(prefix + "model.txt");
        objects.delete(prefix + "card.json");
        assertThat(models.of(A).model()).isSameAs(model);
        assertThat(score(model)).isEqualTo(1 / (1 + Math.exp(1.5)));
    }

    @Test
    void treesThatAreNotThoseOfTheCardAreRefused() {
        String prefix = stored.fraud(A, "v1", -1.5);
        String other = StoredModels.trees(models.of(A).model().card().features().size(), "binary sigmoid:1", 7);
        objects.put(prefix + "model.txt", other.getBytes(StandardCharsets.UTF_8), "text/plain");
        FraudModels cold = new FraudModels(objects, champions, 4);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> cold.of(A))
                .withMessageContaining(prefix + "model.txt");
    }

    @Test
    void aFraudModelIsNoForecast() {
        stored.fraud(A, "v1", -1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ForecastModels(objects, champions, 4).of(A))
                .withMessageContaining("bank 1 has no forecast model");
    }
}
