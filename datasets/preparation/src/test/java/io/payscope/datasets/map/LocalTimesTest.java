package io.payscope.datasets.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @CsvSource({
        "2017-07-01 10:00:00, 2017-07-01T13:00:00Z",
        "2017-12-01 10:00:00, 2017-12-01T12:00:00Z",
        "2017-10-15 00:30:00, 2017-10-15T03:30:00Z",
        "2018-02-17 23:30:00, 2018-02-18T01:30:00Z"
    })
    void localTimesBecomeUtcThroughGapsAndOverlaps(String local, String utc) {
        assertThat(Instant.ofEpochSecond(LocalTimes.toUtc(parse(local), SAO_PAULO)))
                .isEqualTo(Instant.parse(utc));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-30 10:00:00",
                "2017-13-01 10:00:00",
                "2017-01-01 24:00:00",
                "0001-01-01 00:00:00",
                "2999-01-01 00:00:00",
                "2017-01-01",
                "2017-01-01T10:00:00",
                "2017-1-01 010:00:00",
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
