package io.payscope.datasets.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Test
    void everyTimeIsTheCalendars() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 50_000; i++) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(random.nextLong(4_102_444_800L), 0, ZoneOffset.UTC);
            assertThat(parse(FORM.format(time))).isEqualTo(time.toEpochSecond(ZoneOffset.UTC));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-30 10:00:00",
                "2017-02-29 10:00:00",
                "2017-04-31 10:00:00",
                "2017-13-01 10:00:00",
                "2017-00-01 10:00:00",
                "2017-01-00 10:00:00",
                "2017-01-01 24:00:00",
                "2017-01-01 10:60:00",
                "2017-01-01 10:00:60",
                "0001-01-01 00:00:00",
                "1969-12-31 23:59:59",
                "2100-01-01 00:00:00",
                "2999-01-01 00:00:00",
                "2017-01-01",
                "2017-01-01T10:00:00",
                "2017-1-01 010:00:00",
                "2017/01/01 10:00:00",
                "-017-01-01 10:00:00",
                "20 7-01-01 10:00:00",
                "1483264800"
            })
    void impossibleTimesAreRefused(String text) {
        assertThat(parse(text)).isEqualTo(LocalTimes.INVALID);
    }

    private static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return LocalTimes.parse(bytes, 0, bytes.length);
    }
}
