package io.payscope.wire.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2017-02-28T23:59:59.120Z",
                "2016-02-29T01:02:03.000001Z",
                "1969-12-31T23:59:59.999999999Z",
                "-0001-03-01T00:00:00Z",
                "+12345-06-07T08:09:10Z"
            })
    void spellingIsThePlatforms(String text) {
        assertThat(spelled(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void anyInstantReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-5_000_000_000L, 10_000_000_000L),
                    random.nextInt(1_000) * (i % 3 == 0 ? 1_000L : 1_000_000L));

            assertThat(spelled(instant)).isEqualTo(instant.toString());
        }
    }

    private static String spelled(Instant instant) {
        StringBuilder out = new StringBuilder();
        Instants.append(out, instant);
        return out.toString();
    }
}
