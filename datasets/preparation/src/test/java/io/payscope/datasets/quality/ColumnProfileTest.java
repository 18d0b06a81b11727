package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.model.Label;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnProfileTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void blocksMergedInAnyOrderGiveTheSameBits(int blocks) {
        SplittableRandom random = new SplittableRandom(11);
        double[] values = random.doubles(20_000, -1e6, 1e6).map(v -> v * v * v).toArray();
        NumberProfile whole = new NumberProfile("x");
        Arrays.stream(values).forEach(whole::add);
        TextProfile wholeTexts = new TextProfile("t");
        Arrays.stream(values).forEach(value -> add(wholeTexts, "v" + (int) value % 150));

        NumberProfile merged = new NumberProfile("x");
        TextProfile mergedTexts = new TextProfile("t");
        for (int block = blocks - 1; block >= 0; block--) {
            NumberProfile part = new NumberProfile("x");
            TextProfile texts = new TextProfile("t");
            for (int i = block; i < values.length; i += blocks) {
                part.add(values[i]);
                add(texts, "v" + (int) values[i] % 150);
            }
            merged.merge(part);
            mergedTexts.merge(texts);
        }

        assertThat(JsonCodec.encode(merged.summary())).isEqualTo(JsonCodec.encode(whole.summary()));
        assertThat(JsonCodec.encode(mergedTexts.summary())).isEqualTo(JsonCodec.encode(wholeTexts.summary()));
    }

    @Test
    void quantilesKeepTheirStatedError() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[10_001];
        NumberProfile profile = new NumberProfile("x");
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(random.nextGaussian() * 3) * (random.nextInt(4) == 0 ? -1 : 1);
            profile.add(values[i]);
        }
        Arrays.sort(values);
        NumberSummary summary = Objects.requireNonNull(profile.numbers());

        assertNear(summary.p1(), values[100]);
        assertNear(summary.p5(), values[500]);
        assertNear(summary.p25(), values[2500]);
        assertNear(summary.p50(), values[5000]);
        assertNear(summary.p75(), values[7500]);
        assertNear(summary.p95(), values[9500]);
        assertNear(summary.p99(), values[9900]);
        assertThat(summary.minimum()).isEqualTo(values[0]);
        assertThat(summary.maximum()).isEqualTo(values[10_000]);
        assertThat(summary.bars()).hasSize(NumberProfile.BARS);
    }

    private static void assertNear(double found, double exact) {
        assertThat(Math.abs(found)).isLessThanOrEqualTo(Math.abs(exact));
        assertThat(found).isCloseTo(exact, Percentage.withPercentage(100.0 / 64));
    }

    @Test
    void smallWholeNumbersAreExact() {
        NumberProfile profile = new NumberProfile("x");
        for (int i = 1; i <= 100; i++) {
            profile.add(i);
        }
        profile.add(Double.NaN);

        NumberSummary summary = Objects.requireNonNull(profile.numbers());
        assertThat(summary.p50()).isEqualTo(50);
        assertThat(summary.p99()).isEqualTo(99);
        assertThat(summary.mean()).isEqualTo(50.5);
        assertThat(profile.summary().missingPart()).isCloseTo(1.0 / 101, within(1e-12));
    }

    @Test
    void magnitudesBeyondTheScaleAreCounted() {
        NumberProfile profile = new NumberProfile("x");
        for (double value : new double[] {1e300, -1e300, 1e-300, -1e-300, 0}) {
            profile.add(value);
        }
        NumberSummary summary = Objects.requireNonNull(profile.numbers());
        assertThat(summary.minimum()).isEqualTo(-1e300);
        assertThat(summary.maximum()).isEqualTo(1e300);
        assertThat(summary.p50()).isZero();
    }

    @Test
    void emptyColumnHasNoDistribution() {
        NumberProfile profile = new NumberProfile("x");
        profile.addMissing();

        assertThat(profile.summary().numbers()).isNull();
        assertThat(profile.summary().missingPart()).isEqualTo(1);
    }

    @Test
    void textsAreCountedUntilThereAreTooMany() {
        TextProfile few = new TextProfile("t");
        for (int i = 0; i < 1000; i++) {
            add(few, "value " + i % TextProfile.MOST_DISTINCT);
        }
        add(few, "value 7");
        add(few, "");
        TextSummary summary = Objects.requireNonNull(few.summary().texts());
        assertThat(summary.distinct()).isEqualTo(TextProfile.MOST_DISTINCT);
        assertThat(summary.more()).isFalse();
        assertThat(summary.top()).hasSize(TextProfile.TOP);
        assertThat(summary.top().getFirst()).isEqualTo(new TextSummary.Value("value 7", 6));
        assertThat(few.summary().missing()).isEqualTo(1);

        add(few, "one more");
        TextSummary many = Objects.requireNonNull(few.summary().texts());
        assertThat(many.more()).isTrue();
        assertThat(many.top()).isEmpty();
        assertThat(many.longest()).isEqualTo(9);
    }

    @Test
    void monthsTellTheLabelDrought() {
        RowProfile rows = new RowProfile();
        rows.add(micros("2017-01-31T23:59:59Z"), 1250, 2, Label.FRAUD);
        rows.add(micros("2017-02-01T00:00:00Z"), 100, 0, Label.LEGITIMATE);
        rows.add(micros("2017-04-01T00:00:00Z"), 100, 0, Label.UNKNOWN);
        rows.add(micros("2017-01-05T00:00:00Z"), 100, 0, Label.LEGITIMATE);

        assertThat(rows.months())
                .containsExactly(
                        new LabelledMonth("2017-01", 1, 1, 0),
                        new LabelledMonth("2017-02", 0, 1, 0),
                        new LabelledMonth("2017-04", 0, 0, 1));
        assertThat(Objects.requireNonNull(rows.amounts()).minimum()).isEqualTo(12.5);
        assertThat(Objects.requireNonNull(rows.times()).last()).isEqualTo("2017-04-01T00:00:00");
    }

    private static long micros(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000;
    }

    private static void add(TextProfile profile, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        profile.add(bytes, 0, bytes.length);
    }
}
