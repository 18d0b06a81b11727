package io.payscope.wire.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import io.payscope.wire.json.Hashes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartRoundTripTest {

    private static final BankId BANK = new BankId(3);
    private static final List<String> FEATURES = List.of("V1", "V2", "a,b");
    private static final double[] ODD_VALUES = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1e15,
        1e15 + 2,
        123456789012345.5,
        1e-300,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN
    };
    private static final String[] ODD_TEXTS = {"plain", "a,b", "say \"hi\"", "\"", "é€😀", "' OR 1=1 --", "=1+1", " x "
    };

    @Test
    void everyRowComesBackAsItWas() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            List<CanonicalRow> rows = rows(new Random(seed), seed);
            Written written = write(rows);

            assertSame(read(written.bytes()), rows);
            assertThat(written.sha256()).isEqualTo(Hashes.sha256(unzip(written.bytes())));
        }
    }

    @Test
    void theReaderKnowsThePartsHashOnceItIsRead() throws IOException {
        Written written = write(rows(new Random(7), 100));
        try (PartReader reader = open(written.bytes())) {
            assertThatThrownBy(reader::sha256).isInstanceOf(IllegalStateException.class);
            Iterator<CanonicalTransaction> transactions = reader.transactions();
            int count = 0;
            while (transactions.hasNext()) {
                transactions.next();
                count++;
            }
            assertThat(count).isEqualTo(100);
            assertThat(reader.sha256()).isEqualTo(written.sha256());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t1,2020-01-01T00:00:00Z,x,EUR,card,,,UNKNOWN,FRAUD,SETTLED,1,1,2,3\n",
                "t1,2020-02-30T00:00:00Z,1.00,EUR,card,,,UNKNOWN,FRAUD,SETTLED,1,1,2,3\n",
                "t1,2020-01-01T00:00:00Z,1.00,EUR,card,,,UNKNOWN,Fraud,SETTLED,1,1,2,3\n",
                "t1,2020-01-01T00:00:00Z,1.00,EUR\n",
                "t1,2020-01-01T00:00:00Z,1.00,EUR,card,,,UNKNOWN,FRAUD,SETTLED,1,1,2\n",
                "t1,2020-01-01T00:00:00Z,1.00,EUR,card,,,UNKNOWN,FRAUD,SETTLED,1,1,2,three\n",
                "\"t1,2020-01-01T00:00:00Z,1.00,EUR,card,,,UNKNOWN,FRAUD,SETTLED,1,1,2,3\n"
            })
    void aMalformedRowIsNamedByPartAndLine(String row) throws IOException {
        assertThatThrownBy(() -> read(zip(header() + row)))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("part line 2: ");
    }

    @Test
    void aCutOffPartIsNotTakenForAWholeOne() throws IOException {
        assertThatThrownBy(() -> read(zip(header() + "t1,2020-01-01T00:00:00Z")))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void damagedCompressionIsAFaultOfTheData() throws IOException {
        byte[] whole = write(rows(new Random(1), 500)).bytes();

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aStrangeHeaderIsRefused() {
        assertThatThrownBy(() -> read(zip("id,when\n")))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("transaction_id");
    }

    @Test
    void aLineBreakInATextIsRefused() {
        assertThatThrownBy(() -> write(List.of(row("a\nb", new double[] {1, 2, 3}))))
                .isInstanceOf(DataFault.class);
    }

    private static void assertSame(List<CanonicalRow> found, List<CanonicalRow> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).transaction()).isEqualTo(expected.get(i).transaction());
            assertThat(Arrays.equals(found.get(i).features(), expected.get(i).features()))
                    .as("features of row %d", i)
                    .isTrue();
        }
    }

    private record Written(byte[] bytes, String sha256) {}

    private static Written write(List<CanonicalRow> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PartWriter writer = new PartWriter(bytes, FEATURES);
        try (writer) {
            for (CanonicalRow row : rows) {
                writer.write(row.transaction(), row.features());
            }
        }
        assertThat(writer.rows()).isEqualTo(rows.size());
        return new Written(bytes.toByteArray(), writer.sha256());
    }

    private static List<CanonicalRow> read(byte[] part) throws IOException {
        List<CanonicalRow> rows = new ArrayList<>();
        try (PartReader reader = open(part)) {
            assertThat(reader.features()).isEqualTo(FEATURES);
            reader.rows().forEachRemaining(rows::add);
        }
        return rows;
    }

    private static PartReader open(byte[] part) throws IOException {
        return new PartReader(BANK, "part", new ByteArrayInputStream(part));
    }

    private static String header() throws IOException {
        return new String(unzip(write(List.of()).bytes()), StandardCharsets.UTF_8);
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] unzip(byte[] part) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(part))) {
            return in.readAllBytes();
        }
    }

    private static List<CanonicalRow> rows(Random random, int count) {
        List<CanonicalRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] values = new double[FEATURES.size()];
            for (int f = 0; f < values.length; f++) {
                values[f] = normal(
                        switch (random.nextInt(4)) {
                            case 0 -> ODD_VALUES[random.nextInt(ODD_VALUES.length)];
                            case 1 -> random.nextGaussian();
                            case 2 -> Double.longBitsToDouble(random.nextLong());
                            default -> Math.round(random.nextDouble() * 1e6) / 100.0;
                        });
            }
            rows.add(row(ODD_TEXTS[random.nextInt(ODD_TEXTS.length)], values));
        }
        return rows;
    }

    /** Negative zero and infinities have no canonical spelling of their own that a feature could need. */
    private static double normal(double value) {
        return Double.isInfinite(value) ? 0 : value + 0.0;
    }

    private static CanonicalRow row(String text, double[] values) {
        return new CanonicalRow(
                new CanonicalTransaction(
                        BANK,
                        "t-" + text,
                        Instant.parse("2020-01-01T00:00:00.123Z"),
                        Money.canonical(new BigDecimal("12.345")),
                        "EUR",
                        "card",
                        text,
                        null,
                        PayeeKind.ACCOUNT,
                        Label.UNKNOWN,
                        LifecycleStage.SETTLED,
                        17),
                values);
    }
}
