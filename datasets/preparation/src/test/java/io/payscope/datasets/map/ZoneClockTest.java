package io.payscope.datasets.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {

    @ParameterizedTest
    @CsvSource({
        "2017-07-01T10:00, 2017-07-01T13:00",
        "2017-12-01T10:00, 2017-12-01T12:00",
        "2017-10-14T23:59:59, 2017-10-15T02:59:59",
        "2017-10-15T01:00, 2017-10-15T03:00",
        "2018-02-17T23:30, 2018-02-18T01:30"
    })
    void localTimesBecomeUtc(LocalDateTime local, LocalDateTime utc) {
        ZoneClock clock = new ZoneClock(ZoneId.of("America/Sao_Paulo"));
        assertThat(clock.toUtc(seconds(local))).isEqualTo(seconds(utc));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-10-15T00:00", "2017-10-15T00:59:59"})
    void hourLeftOutIsAGap(LocalDateTime local) {
        ZoneClock clock = new ZoneClock(ZoneId.of("America/Sao_Paulo"));
        assertThat(clock.toUtc(seconds(local))).isEqualTo(ZoneClock.GAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Sao_Paulo",
                "Europe/Brussels",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "America/New_York",
                "UTC",
                "+05:30"
            })
    void everyZoneGoesAsThePlatformSays(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneClock clock = new ZoneClock(zone);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            check(zone, clock, random.nextLong(4_102_444_800L));
        }
    }

    @Test
    void everySecondAroundAChangeGoesAsThePlatformSays() {
        ZoneId zone = ZoneId.of("Europe/Brussels");
        ZoneClock clock = new ZoneClock(zone);
        for (String change : new String[] {"2024-03-31T02:00", "2024-10-27T02:00"}) {
            long middle = seconds(LocalDateTime.parse(change));
            for (long local = middle - 7_300; local < middle + 7_300; local++) {
                check(zone, clock, local);
            }
        }
    }

    private static void check(ZoneId zone, ZoneClock clock, long local) {
        ZoneRules rules = zone.getRules();
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(time);
        long expected = change != null && change.isGap()
                ? ZoneClock.GAP
                : local - (change == null ? rules.getOffset(time) : change.getOffsetBefore()).getTotalSeconds();
        assertThat(clock.toUtc(local)).as("%s in %s", time, zone).isEqualTo(expected);
    }

    private static long seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
