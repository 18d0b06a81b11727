package io.payscope.datasets.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.TimeForm;
import io.payscope.datasets.catalog.TimeForm.Form;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "LOCAL, 2024-01-31 10:00:00, 2024-01-31T09:00:00Z",
        "LOCAL, 2024-10-27 02:30:00, 2024-10-27T00:30:00Z",
        "ISO_LOCAL, 2024-07-31T10:00:00.25, 2024-07-31T08:00:00.250Z",
        "ISO_LOCAL, 2024-07-31T10:00, 2024-07-31T08:00:00Z",
        "ISO_OFFSET, 2024-07-31T10:00:00Z, 2024-07-31T10:00:00Z",
        "ISO_OFFSET, 2024-07-31 10:00:00.123456000+05:30, 2024-07-31T04:30:00.123456Z",
        "ISO_OFFSET, 2024-07-31T10:00-0300, 2024-07-31T13:00:00Z",
        "ISO_OFFSET, 2024-07-31T10:00:00-03, 2024-07-31T13:00:00Z",
        "EPOCH_SECONDS, 1400000000, 2014-05-13T16:53:20Z",
        "EPOCH_SECONDS, 1400000000.5, 2014-05-13T16:53:20.500Z",
        "EPOCH_SECONDS, 1400000000.0000000, 2014-05-13T16:53:20Z",
        "EPOCH_SECONDS, 86400, 1970-01-02T00:00:00Z",
        "EPOCH_MILLISECONDS, 1400000000123, 2014-05-13T16:53:20.123Z"
    })
    void declaredFormsAreRead(Form form, String text, Instant expected) {
        assertThat(Instant.EPOCH.plus((long) form(form).read(bytes(text), 0, text.length()), ChronoUnit.MICROS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL, 2024-02-30 00:00:00, time",
        "LOCAL, 0001-01-01 00:00:00, time",
        "LOCAL, 2024-03-31 02:30:00, time-gap",
        "LOCAL, 2026-06-01 00:00:00, time-future",
        "LOCAL, 1970-01-01 00:30:00, time",
        "LOCAL, 2024-07-31T10:00:00, time",
        "ISO_LOCAL, 2024-03-31T02:30:00, time-gap",
        "ISO_LOCAL, 2024-07-31T10:00:00Z, time-zone",
        "ISO_LOCAL, 2024-07-31, time",
        "ISO_OFFSET, 2024-07-31T10:00:00, time-zone",
        "ISO_OFFSET, 2024-02-30T10:00:00Z, time",
        "ISO_OFFSET, 2024-07-31T10:00:00.Z, time",
        "ISO_OFFSET, 2024-07-31T10:00:60Z, time",
        "ISO_OFFSET, 2024-07-31T10:00:00.1234567Z, time",
        "ISO_OFFSET, 2024-07-31T10:00:00+19:00, time",
        "ISO_OFFSET, 2024-07-31T10:00:00+5:30, time",
        "ISO_OFFSET, 2024-07-31T10:00:00 UTC, time",
        "ISO_OFFSET, 2026-07-31T10:00:00Z, time-future",
        "EPOCH_SECONDS, 1400000000000, time-unit",
        "EPOCH_SECONDS, 1e9, time",
        "EPOCH_SECONDS, -1, time",
        "EPOCH_SECONDS, 5., time",
        "EPOCH_SECONDS, 99999999999999999999, time",
        "EPOCH_SECONDS, 4102444799, time-future",
        "EPOCH_SECONDS, 1400000000000000, time",
        "EPOCH_MILLISECONDS, 1400000000, time-unit",
        "EPOCH_MILLISECONDS, 1400000000.5, time-unit",
        "EPOCH_MILLISECONDS, 1400000000123.4567, time",
        "EPOCH_MILLISECONDS, 1900000000000, time-future"
    })
    void anythingElseIsRefusedByItsRule(Form form, String text, String rule) {
        FieldForm reader = form(form);
        assertThat(reader.read(bytes(text), 0, text.length())).isNaN();
        assertThat(reader.fault(bytes(text), 0, text.length()).id()).isEqualTo(rule);
    }

    @Test
    void latestOfTheCatalogCountsBeforeTheClock() {
        TimeForm form = new TimeForm(Form.ISO_OFFSET, null, Instant.parse("2018-12-31T00:00:00Z"));
        byte[] late = bytes("2019-01-01T00:00:00Z");

        assertThat(Instants.fault(new Instants(form, NOW).read(late, 0, late.length))
                        .id())
                .isEqualTo("time-future");
    }

    @Test
    void everyOffsetTimeIsTheCalendars() {
        SplittableRandom random = new SplittableRandom(2);
        FieldForm reader = form(Form.ISO_OFFSET);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.EPOCH.plus(random.nextLong(1_700_000_000_000_000L), ChronoUnit.MICROS);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
            OffsetDateTime time = instant.atOffset(offset);
            if (time.getYear() >= 1970) {
                byte[] text = bytes(time.toString());
                assertThat((long) reader.read(text, 0, text.length))
                        .as(time.toString())
                        .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
            }
        }
    }

    private static FieldForm form(Form form) {
        String zone = form.needsZone() ? "Europe/Brussels" : null;
        ColumnSpec column = new ColumnSpec("t", ColumnSpec.Type.TIME, false, null, new TimeForm(form, zone, null));
        return FieldForm.of(column, NOW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
