package io.payscope.datasets.map;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.TimeForm;
import io.payscope.datasets.quality.CommonRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Instants in the form that a column declares, from 1970 to 2099, to the microsecond. {@code datasets/QUALITY.md} has
 * the table of what is read and refused. Immutable.
 */
final class Instants {

    /** Largest result that stands for a refusal and not for an instant. */
    private static final long LAST_REFUSAL = Long.MIN_VALUE + 8;

    private static final long ZONE = Long.MIN_VALUE + 2;
    private static final long UNIT = Long.MIN_VALUE + 3;
    private static final long FUTURE = Long.MIN_VALUE + 4;
    private static final long SECOND = 1_000_000;
    private static final long MILLISECOND = 1_000;

    /** 1980: far enough from 1970 that a count of milliseconds of these years is none of seconds, and vice versa. */
    private static final long PLAUSIBLE_FROM = 315_532_800;

    private static final long END = 4_102_444_800L;
    private static final int SHORTEST = 16;
    private static final int MAX_DIGITS = 16;

    private final TimeForm.Form form;
    private final @Nullable ZoneClock clock;
    private final long latest;

    /**
     * @param form the form of the column
     * @param now the last instant that is possible if the form states none, or null
     */
    Instants(TimeForm form, @Nullable Instant now) {
        this.form = form.form();
        this.clock = form.form().needsZone()
                ? new ZoneClock(ZoneId.of(Objects.requireNonNull(form.zone(), "zone is null")))
                : null;
        Instant last = form.latest() == null ? now : form.latest();
        this.latest = last == null ? END * SECOND - 1 : last.getEpochSecond() * SECOND + last.getNano() / 1000;
    }

    /** @return microseconds since 1970-01-01T00:00Z, or a number that {@link #fault} explains */
    long read(byte[] bytes, int from, int to) {
        long micros =
                switch (form) {
                    case LOCAL -> local(LocalTimes.parse(bytes, from, to), 0);
                    case ISO_LOCAL, ISO_OFFSET -> iso(bytes, from, to);
                    case EPOCH_SECONDS -> count(bytes, from, to, SECOND, MILLISECOND);
                    case EPOCH_MILLISECONDS -> count(bytes, from, to, MILLISECOND, SECOND);
                };
        if (isRefused(micros)) {
            return micros;
        }
        return checked(micros);
    }

    /** Refuses what is outside the supported years or after the latest instant. */
    private long checked(long micros) {
        if (micros < 0 || micros >= END * SECOND) {
            return LocalTimes.INVALID;
        }
        return micros > latest ? FUTURE : micros;
    }

    private long local(long seconds, long fraction) {
        if (seconds == LocalTimes.INVALID || clock == null) {
            return LocalTimes.INVALID;
        }
        long utc = clock.toUtc(seconds);
        return utc == ZoneClock.GAP ? ZoneClock.GAP : utc * SECOND + fraction;
    }

    private long iso(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST || bytes[from + 10] != 'T' && bytes[from + 10] != ' ') {
            return LocalTimes.INVALID;
        }
        long minutes = LocalTimes.minutes(bytes, from);
        int at = from + SHORTEST;
        int second = 0;
        long fraction = 0;
        if (at + 2 < to && bytes[at] == ':') {
            second = LocalTimes.two(bytes, at + 1);
            at += 3;
            if (at + 1 < to && bytes[at] == '.') {
                int end = digitsEnd(bytes, at + 1, to);
                fraction = fraction(bytes, at + 1, end, SECOND);
                at = end;
            }
        }
        if (minutes == LocalTimes.INVALID || second < 0 || second > 59 || fraction < 0) {
            return LocalTimes.INVALID;
        }
        long seconds = minutes * 60 + second;
        if (at == to) {
            return form == TimeForm.Form.ISO_LOCAL ? local(seconds, fraction) : ZONE;
        }
        long offset = offset(bytes, at, to);
        if (offset == LocalTimes.INVALID) {
            return LocalTimes.INVALID;
        }
        return form == TimeForm.Form.ISO_LOCAL ? ZONE : (seconds - offset) * SECOND + fraction;
    }

    /** Seconds east of UTC, of {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}. */
    private static long offset(byte[] bytes, int at, int to) {
        if (bytes[at] == 'Z' && at + 1 == to) {
            return 0;
        }
        int length = to - at;
        boolean colon = length == 6 && bytes[at + 3] == ':';
        if (bytes[at] != '+' && bytes[at] != '-' || length != 3 && length != 5 && !colon) {
            return LocalTimes.INVALID;
        }
        int hours = LocalTimes.two(bytes, at + 1);
        int minutes = length == 3 ? 0 : LocalTimes.two(bytes, to - 2);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return LocalTimes.INVALID;
        }
        long seconds = (hours * 60L + minutes) * 60;
        return bytes[at] == '-' ? -seconds : seconds;
    }

    private static long count(byte[] bytes, int from, int to, long unit, long otherUnit) {
        int end = digitsEnd(bytes, from, to);
        if (end == from || end - from > MAX_DIGITS || end < to && bytes[end] != '.') {
            return LocalTimes.INVALID;
        }
        long whole = 0;
        for (int i = from; i < end; i++) {
            whole = whole * 10 + bytes[i] - '0';
        }
        long fraction = 0;
        if (end < to) {
            fraction = digitsEnd(bytes, end + 1, to) == to && end + 1 < to ? fraction(bytes, end + 1, to, unit) : -1;
        }
        if (fraction < 0) {
            return LocalTimes.INVALID;
        }
        if (!isPlausible(whole, unit) && isPlausible(whole, otherUnit)) {
            return UNIT;
        }
        return whole < END * (SECOND / unit) ? whole * unit + fraction : LocalTimes.INVALID;
    }

    private static boolean isPlausible(long count, long unit) {
        long perSecond = SECOND / unit;
        return count >= PLAUSIBLE_FROM * perSecond && count < END * perSecond;
    }

    private static int digitsEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Decimals of a unit in microseconds; negative if there are none, or one is lost that is not 0. */
    private static long fraction(byte[] bytes, int from, int to, long unit) {
        long weight = unit;
        long fraction = from == to ? -1 : 0;
        for (int i = from; i < to; i++) {
            weight /= 10;
            int digit = bytes[i] - '0';
            if (weight == 0 && digit > 0) {
                return -1;
            }
            fraction += digit * weight;
        }
        return fraction;
    }

    /** @return whether {@link #read} gave no instant */
    static boolean isRefused(long micros) {
        return micros <= LAST_REFUSAL;
    }

    /** @return the rule that bytes break for which {@link #read} gave no instant */
    static CommonRule fault(long refused) {
        if (refused == LocalTimes.INVALID) {
            return CommonRule.TIME;
        }
        if (refused == ZoneClock.GAP) {
            return CommonRule.TIME_GAP;
        }
        if (refused == ZONE) {
            return CommonRule.TIME_ZONE;
        }
        if (refused == UNIT) {
            return CommonRule.TIME_UNIT;
        }
        if (refused == FUTURE) {
            return CommonRule.TIME_FUTURE;
        }
        throw new BugFault(refused + " is an instant");
    }
}
