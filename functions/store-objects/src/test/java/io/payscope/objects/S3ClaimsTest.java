package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.claim.OnceOnly;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.json.JsonCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ClaimsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration CLAIM_TIME = Duration.ofMinutes(15);
    private static final int CONTENDERS = 20;

    @TempDir
    static Path directory;

    private static S3ProxyFixture server;
    private static S3ObjectStore objects;

    /** An effect's result. */
    public record Left(String what) {}

    @BeforeAll
    static void start() throws Exception {
        server = new S3ProxyFixture(directory);
        objects = S3ObjectStore.open(server.settings());
    }

    @AfterAll
    static void stop() throws Exception {
        objects.close();
        server.stop();
    }

    private static S3Claims claims(Instant now, String incarnation) {
        return new S3Claims(objects, Clock.fixed(now, ZoneOffset.UTC), incarnation, CLAIM_TIME);
    }

    private static EffectKey key(String hash) {
        return new EffectKey(new BankId(3), "test-stage", hash);
    }

    /** Everybody claims at once; how often one won. */
    private static int winners(EffectKey key, S3Claims claims) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CONTENDERS);
        try (ExecutorService pool = Executors.newFixedThreadPool(CONTENDERS)) {
            List<Callable<Claiming<Left>>> tasks = new ArrayList<>();
            for (int i = 0; i < CONTENDERS; i++) {
                String owner = "contender-" + i;
                tasks.add(() -> {
                    start.await();
                    return claims.claim(key, owner, Left.class);
                });
            }
            int winners = 0;
            for (Future<Claiming<Left>> answer : pool.invokeAll(tasks)) {
                winners += answer.get() instanceof Claiming.Won ? 1 : 0;
            }
            return winners;
        }
    }

    @Test
    void oneOfTwentyContendersWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            assertThat(winners(key("fresh-" + round), claims(NOW, "a"))).isEqualTo(1);
        }
    }

    @Test
    void oneOfTwentyContendersTakesADeadClaimOver() throws Exception {
        for (int round = 0; round < 5; round++) {
            EffectKey key = key("dead-" + round);
            claims(NOW, "a").claim(key, "dead", Left.class);
            assertThat(winners(key, claims(NOW, "b"))).isEqualTo(1);
        }
    }

    @Test
    void theLosersAreToldTheWinner() {
        EffectKey key = key("told");
        S3Claims claims = claims(NOW, "a");
        assertThat(claims.claim(key, "first", Left.class)).isInstanceOf(Claiming.Won.class);
        assertThat(claims.claim(key, "second", Left.class)).isEqualTo(new Claiming.Held<>("first"));
    }

    @Test
    void theSameExecutionEntersAgain() {
        EffectKey key = key("again");
        S3Claims claims = claims(NOW, "a");
        claims.claim(key, "first", Left.class);
        assertThat(claims.claim(key, "first", Left.class)).isInstanceOf(Claiming.Won.class);
        assertThat(claims(NOW.plus(CLAIM_TIME).plusSeconds(1), "a").claim(key, "first", Left.class))
                .isInstanceOf(Claiming.Won.class);
    }

    @Test
    void aClaimDiesOfAge() {
        EffectKey key = key("age");
        claims(NOW, "a").claim(key, "old", Left.class);
        assertThat(claims(NOW.plus(CLAIM_TIME), "a").claim(key, "new", Left.class))
                .isEqualTo(new Claiming.Held<>("old"));
        assertThat(claims(NOW.plus(CLAIM_TIME).plusSeconds(1), "a").claim(key, "new", Left.class))
                .isInstanceOf(Claiming.Won.class);
    }

    @Test
    void aClaimLivesAsLongAsItsEffectMayTakeWhateverTheSettings() {
        Settings settings = Settings.of(Map.of("PAYSCOPE_CLAIM_SECONDS", "900"));
        assertThat(S3Claims.from(settings, objects, at(NOW), Duration.ofHours(2))
                        .claim(key("long"), "old", Left.class))
                .isInstanceOf(Claiming.Won.class);
        Instant end = NOW.plus(Duration.ofHours(2));
        assertThat(S3Claims.from(settings, objects, at(end)).claim(key("long"), "new", Left.class))
                .isEqualTo(new Claiming.Held<>("old"));
        assertThat(S3Claims.from(settings, objects, at(end.plusSeconds(1))).claim(key("long"), "new", Left.class))
                .isInstanceOf(Claiming.Won.class);
    }

    @Test
    void aLongerClaimTimeOfTheSettingsStands() {
        Settings settings = Settings.of(Map.of("PAYSCOPE_CLAIM_SECONDS", "900"));
        S3Claims.from(settings, objects, at(NOW), Duration.ofSeconds(1)).claim(key("short"), "old", Left.class);
        assertThat(S3Claims.from(settings, objects, at(NOW.plusSeconds(900))).claim(key("short"), "new", Left.class))
                .isEqualTo(new Claiming.Held<>("old"));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void enteringAgainExtendsTheClaim() {
        EffectKey key = key("extend");
        claims(NOW, "a").claim(key, "old", Left.class);
        claims(NOW.plusSeconds(600), "a").claim(key, "old", Left.class);
        assertThat(claims(NOW.plus(CLAIM_TIME).plusSeconds(1), "a").claim(key, "new", Left.class))
                .isEqualTo(new Claiming.Held<>("old"));
    }

    @Test
    void aResultAnswersEverybodyAndTheFirstStays() {
        EffectKey key = key("result");
        S3Claims claims = claims(NOW, "a");
        claims.claim(key, "slow", Left.class);
        claims(NOW, "b").claim(key, "fast", Left.class);
        assertThat(claims(NOW, "b").complete(key, "fast", new Left("fast"), Left.class))
                .isEqualTo(new Left("fast"));
        assertThat(claims.complete(key, "slow", new Left("slow"), Left.class)).isEqualTo(new Left("fast"));
        assertThat(claims.claim(key, "third", Left.class)).isEqualTo(new Claiming.Done<>("fast", new Left("fast")));
        assertThat(claims.claim(key, "slow", Left.class)).isEqualTo(new Claiming.Done<>("fast", new Left("fast")));
    }

    @Test
    void aReleasedClaimIsFreeAtOnce() {
        EffectKey key = key("release");
        S3Claims claims = claims(NOW, "a");
        claims.claim(key, "first", Left.class);
        claims.release(key, "first");
        assertThat(claims.claim(key, "second", Left.class)).isInstanceOf(Claiming.Won.class);
    }

    @Test
    void nobodyReleasesAnothersClaim() {
        EffectKey key = key("not-mine");
        S3Claims claims = claims(NOW, "a");
        claims.release(key, "stranger");
        claims.claim(key, "first", Left.class);
        claims.release(key, "stranger");
        assertThat(claims.claim(key, "second", Left.class)).isEqualTo(new Claiming.Held<>("first"));
    }

    @Test
    void theOwnerOfADeadClaimCannotReleaseItsSuccessors() {
        EffectKey key = key("successor");
        claims(NOW, "a").claim(key, "old", Left.class);
        claims(NOW, "b").claim(key, "new", Left.class);
        claims(NOW, "a").release(key, "old");
        assertThat(claims(NOW, "b").claim(key, "third", Left.class)).isEqualTo(new Claiming.Held<>("new"));
    }

    @Test
    void aForgottenEffectIsDoneAgain() throws Exception {
        EffectKey key = key("forget");
        S3Claims claims = claims(NOW, "a");
        claims.forget(key);
        claims.claim(key, "first", Left.class);
        claims.complete(key, "first", new Left("first"), Left.class);
        claims.forget(key);
        assertThat(winners(key, claims)).isEqualTo(1);
        assertThat(objects.head(EffectResult.key(key))).isEmpty();
    }

    @Test
    void forgettingFreesTheClaimThatACrashLeftBesideTheResult() {
        EffectKey key = key("crash-after-result");
        S3Claims claims = claims(NOW, "a");
        claims.claim(key, "first", Left.class);
        byte[] result = JsonCodec.encode(new EffectResult<>("first", new Left("first")));
        objects.put(EffectResult.key(key), result, "application/json");
        assertThat(claims.claim(key, "second", Left.class)).isEqualTo(new Claiming.Done<>("first", new Left("first")));
        claims.forget(key);
        assertThat(claims.claim(key, "second", Left.class)).isInstanceOf(Claiming.Won.class);
    }

    @Test
    void onceOnlyDoesItOnce() {
        EffectKey key = key("once");
        OnceOnly onceOnly = new OnceOnly(claims(NOW, "a"));
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            String owner = "run-" + i;
            assertThat(onceOnly.run(
                            key, owner, Left.class, _ -> true, () -> new Left("done " + done.incrementAndGet())))
                    .isEqualTo(new Left("done 1"));
        }
        assertThat(onceOnly.run(key, "run-3", Left.class, _ -> false, () -> new Left("done " + done.incrementAndGet())))
                .isEqualTo(new Left("done 2"));
    }

    @Test
    void aFailedEffectIsFreeForTheNextOne() {
        EffectKey key = key("failed");
        OnceOnly onceOnly = new OnceOnly(claims(NOW, "a"));
        assertThatThrownBy(() -> onceOnly.run(key, "run-0", Left.class, _ -> true, () -> {
                    throw new DataFault("wrong");
                }))
                .isInstanceOf(DataFault.class);
        assertThat(onceOnly.run(key, "run-1", Left.class, _ -> true, () -> new Left("done")))
                .isEqualTo(new Left("done"));
    }
}
