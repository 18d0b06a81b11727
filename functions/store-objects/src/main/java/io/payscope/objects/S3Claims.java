package io.payscope.objects;

import io.payscope.core.claim.Claim;
import io.payscope.core.claim.ClaimLookup;
import io.payscope.core.claim.ClaimState;
import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.json.JsonCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Claims as objects of an effect: {@code claim-00000.json}, {@code claim-00001.json} and so on say who is at it, the
 * highest number being the one that counts, and {@code result.json} says that it is done. Every one of them is created
 * by {@code If-None-Match} and none is ever replaced; claims are never removed. To take over a dead claim, to renew
 * one's own or to give it up (by one that has expired) is to create the next number. So of any number of contenders
 * exactly one succeeds, and nobody can end a claim that has become another's in the meantime.
 *
 * <p>What a crash leaves, point by point:
 *
 * <ul>
 *   <li>Before the claim is written: nothing.
 *   <li>After the claim, before, during or after the effect, without a result: the claim stays until its time is up or
 *       another incarnation asks; then one contender takes it over and does the effect from the start. Effects
 *       therefore overwrite what an unfinished attempt left. The same execution, retried, need not wait.
 *   <li>After the result, before the claim is given up: the result answers everybody; the claim is not looked at.
 *   <li>While forgetting, after the winner's claim is given up, before the result is gone: the result still stands.
 *   <li>After a write whose answer was lost: the SDK's retry is refused, the claims are read again and the highest is
 *       found to be the owner's own.
 * </ul>
 *
 * <p>An owner that was taken for dead and lives (a pause longer than the claim) may do the effect at the same time as
 * its successor: the first result stays and is what both return. A contender that wins looks for the result once more,
 * because the one before may have finished between its two reads.
 */
public final class S3Claims implements Claims, ClaimLookup {

    private static final String JSON = "application/json";

    private static final Pattern CLAIM = Pattern.compile("/claim-(\\d{5})\\.json$");

    /** Each failed round means that another contender got on; more than this many is no contest but a fault. */
    private static final int MAX_ROUNDS = 20;

    private final ObjectStore objects;
    private final Clock clock;
    private final String incarnation;
    private final Duration claimTime;

    /**
     * @param objects where claims lie
     * @param clock tells the living from the dead
     * @param incarnation generation of this process; a claim of another one is dead
     * @param claimTime after this a claim is dead whatever its generation
     */
    public S3Claims(ObjectStore objects, Clock clock, String incarnation, Duration claimTime) {
        this.objects = objects;
        this.clock = clock;
        this.incarnation = incarnation;
        this.claimTime = claimTime;
    }

    /** Claims with the incarnation and the time that the settings give. */
    public static S3Claims from(Settings settings, ObjectStore objects, Clock clock) {
        return from(settings, objects, clock, Duration.ZERO);
    }

    /**
     * Claims with the incarnation and the time that the settings give, but no shorter a time than the effect may take.
     *
     * @param atLeast the longest that an effect may take
     */
    public static S3Claims from(Settings settings, ObjectStore objects, Clock clock, Duration atLeast) {
        Duration set = Duration.ofSeconds(settings.positiveInt(Setting.CLAIM_SECONDS));
        return new S3Claims(
                objects, clock, settings.get(Setting.INCARNATION), set.compareTo(atLeast) < 0 ? atLeast : set);
    }

    @Override
    public <R> Claiming<R> claim(EffectKey key, String owner, Class<R> resultType) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<EffectResult<R>> result = result(key, resultType);
            if (result.isPresent()) {
                return done(result.get());
            }
            Standing standing = standing(key);
            Claim claim = standing.claim();
            if (claim != null && !standing.isOf(owner) && !claim.isDead(clock.instant(), incarnation)) {
                return new Claiming.Held<>(claim.owner());
            }
            if (write(
                    key,
                    standing.next(),
                    new Claim(owner, incarnation, clock.instant().plus(claimTime)))) {
                return confirmed(key, owner, resultType);
            }
        }
        throw new TransientFault("claiming " + key.prefix() + ": others were faster " + MAX_ROUNDS + " times");
    }

    private <R> Claiming<R> confirmed(EffectKey key, String owner, Class<R> resultType) {
        Optional<EffectResult<R>> result = result(key, resultType);
        if (result.isEmpty()) {
            return new Claiming.Won<>();
        }
        release(key, owner);
        return done(result.get());
    }

    private static <R> Claiming<R> done(EffectResult<R> result) {
        return new Claiming.Done<>(result.winner(), result.result());
    }

    @Override
    public <R> R complete(EffectKey key, String owner, R result, Class<R> resultType) {
        EffectResult<R> ours = new EffectResult<>(owner, result);
        R stands = result;
        if (!objects.putIfAbsent(EffectResult.key(key), JsonCodec.encode(ours), JSON)) {
            stands = result(key, resultType)
                    .orElseThrow(() -> new TransientFault(
                            "completing " + key.prefix() + ": the result that was first was forgotten just now"))
                    .result();
        }
        release(key, owner);
        return stands;
    }

    @Override
    public void release(EffectKey key, String owner) {
        Standing standing = standing(key);
        if (standing.isOf(owner)) {
            // Refused if another has claimed since, which is as well.
            write(key, standing.next(), new Claim(owner, incarnation, Instant.EPOCH));
        }
    }

    @Override
    public void forget(EffectKey key) {
        Optional<ObjectBody> body = objects.find(EffectResult.key(key));
        if (body.isPresent()) {
            release(key, EffectResult.decode(body.get().body(), Object.class).winner());
            objects.delete(EffectResult.key(key));
        }
    }

    @Override
    public ClaimState stateOf(EffectKey key) {
        Claim claim = standing(key).claim();
        if (claim == null) {
            return ClaimState.UNCLAIMED;
        }
        return claim.isDead(clock.instant(), incarnation) ? ClaimState.ENDED : ClaimState.HELD;
    }

    private boolean write(EffectKey key, int number, Claim claim) {
        return objects.putIfAbsent(name(key, number), JsonCodec.encode(claim), JSON);
    }

    private Standing standing(EffectKey key) {
        // By pattern, because s3proxy lists its temporary files beside the objects.
        OptionalInt last = objects.list(key.prefix()).stream()
                .map(head -> CLAIM.matcher(head.key()))
                .filter(Matcher::find)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max();
        if (last.isEmpty()) {
            return new Standing(null, 0);
        }
        String name = name(key, last.getAsInt());
        Claim claim = objects.find(name)
                .map(body -> JsonCodec.decode(body.body(), Claim.class))
                .orElseThrow(() -> new TransientFault("claim " + name + " was removed while it was read"));
        return new Standing(claim, last.getAsInt() + 1);
    }

    private static String name(EffectKey key, int number) {
        return key.prefix() + "claim-%05d.json".formatted(number);
    }

    private <R> Optional<EffectResult<R>> result(EffectKey key, Class<R> resultType) {
        return objects.find(EffectResult.key(key)).map(body -> EffectResult.decode(body.body(), resultType));
    }

    /**
     * The claim that counts.
     *
     * @param claim it, or null if there is none
     * @param next the number after it
     */
    private record Standing(@Nullable Claim claim, int next) {

        boolean isOf(String owner) {
            return claim != null && claim.owner().equals(owner);
        }
    }
}
