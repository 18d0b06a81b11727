package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.payscope.core.fault.DataFault;
import io.payscope.datasets.quality.CommonRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\ufeffa,b\n1,2\n", "a,b\n\n1,2\n"})
    void lineEndsAndMarksMakeNoDifference(String text) throws IOException {
        assertThat(records(text)).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void quotedFieldsHoldLineBreaksCommasAndQuotes() throws IOException {
        assertThat(records("a,b\n\"x\ny\",\"1,\"\"2\"\"\"\n3,4\n"))
                .containsExactly(List.of("a", "b"), List.of("x\ny", "1,\"2\""), List.of("3", "4"));
    }

    @Test
    void linesAreCountedThroughQuotedBreaks() throws IOException {
        RawScanner scanner = scanner("a,b\n\"x\ny\",1\n3,4\n", 1 << 16);
        List<Long> lines = new ArrayList<>();
        while (scanner.next()) {
            lines.add(scanner.line());
        }
        assertThat(lines).containsExactly(1L, 2L, 4L);
    }

    @Test
    void openQuoteCostsItsLineOnly() throws IOException {
        RawScanner scanner = scanner("a,b\n1,\"2\n3,4\n5,6\n", 1 << 16);
        RawHeader.read("file", scanner);

        assertThat(scanner.next()).isTrue();
        assertThat(scanner.broken()).isEqualTo(CommonRule.QUOTES);
        assertThat(scanner.line()).isEqualTo(2);
        assertThat(fieldsOfNext(scanner)).containsExactly("3", "4");
        assertThat(scanner.line()).isEqualTo(3);
        assertThat(fieldsOfNext(scanner)).containsExactly("5", "6");
        assertThat(scanner.next()).isFalse();
    }

    @Test
    void openQuoteBeforeMuchDataCostsItsLineOnly() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n1,\"2\n");
        int rows = 400_000;
        text.append("3,4\n".repeat(rows));
        RawScanner scanner = scanner(text.toString(), 1 << 16);
        RawHeader.read("file", scanner);
        int good = 0;
        int bad = 0;
        while (scanner.next()) {
            if (scanner.broken() == null) {
                good++;
            } else {
                bad++;
            }
        }
        assertThat(good).isEqualTo(rows);
        assertThat(bad).isEqualTo(1);
    }

    @Test
    void tooLongLineIsPassedOver() throws IOException {
        RawScanner scanner = scanner("a,b\n1," + "x".repeat(10 << 20) + "\n3,4\n", 1 << 16);
        RawHeader.read("file", scanner);

        assertThat(scanner.next()).isTrue();
        assertThat(scanner.broken()).isEqualTo(CommonRule.LENGTH);
        assertThat(new String(scanner.bytes(), scanner.start(0), 4, StandardCharsets.UTF_8))
                .isEqualTo("1,xx");
        assertThat(fieldsOfNext(scanner)).containsExactly("3", "4");
        assertThat(scanner.line()).isEqualTo(3);
    }

    @Test
    void tooManyFieldsAreARefusedRow() throws IOException {
        RawScanner scanner = scanner("a,b\n" + ",".repeat(100_000) + "\n3,4\n", 1 << 16);
        RawHeader.read("file", scanner);

        assertThat(scanner.next()).isTrue();
        assertThat(scanner.broken()).isEqualTo(CommonRule.LENGTH);
        assertThat(fieldsOfNext(scanner)).containsExactly("3", "4");
    }

    @Test
    void raggedRowIsMarked() throws IOException {
        RawScanner scanner = scanner("a,b\n1\n1,2,3\n3,4\n", 1 << 16);
        RawHeader.read("file", scanner);
        List<CommonRule> broken = new ArrayList<>();
        while (scanner.next()) {
            broken.add(scanner.broken());
        }
        assertThat(broken).containsExactly(CommonRule.FIELD_COUNT, CommonRule.FIELD_COUNT, null);
    }

    @Test
    void utf16IsRefusedByItsMark() {
        byte[] bytes = "a,b\n".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> new RawScanner("file.csv", new ByteArrayInputStream(bytes)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("file.csv byte 0: expected UTF-8");
    }

    @Test
    void readsWhatAnotherReaderReads() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            String text = randomFile(random);
            List<List<String>> expected = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
                reader.forEach(record -> expected.add(record.getFields()));
            }
            RawScanner scanner = scanner(text, 1 + random.nextInt(7));
            assertThat(allRecords(scanner)).as(text).isEqualTo(expected);
        }
    }

    private static String randomFile(SplittableRandom random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        int columns = 2 + random.nextInt(3);
        for (int row = 0; row < 1 + random.nextInt(5); row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",").append(randomField(random));
            }
            text.append(end);
        }
        return text.toString();
    }

    private static String randomField(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "\"a,b\"";
            case 2 -> "\"say \"\"x\"\"\"";
            case 3 -> "\"two\nlines\"";
            default -> "é" + random.nextInt(1000);
        };
    }

    private static List<List<String>> records(String text) throws IOException {
        return allRecords(scanner(text, 3));
    }

    private static List<List<String>> allRecords(RawScanner scanner) throws IOException {
        List<List<String>> records = new ArrayList<>();
        while (scanner.next()) {
            records.add(fields(scanner));
        }
        return records;
    }

    private static List<String> fieldsOfNext(RawScanner scanner) throws IOException {
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.broken()).isNull();
        return fields(scanner);
    }

    private static List<String> fields(RawScanner scanner) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            int from = scanner.start(i);
            String field = new String(scanner.bytes(), from, scanner.end(i) - from, StandardCharsets.UTF_8);
            fields.add(scanner.hasDoubledQuotes(i) ? field.replace("\"\"", "\"") : field);
        }
        return fields;
    }

    /** A scanner over a stream that gives few bytes at a time. */
    private static RawScanner scanner(String text, int atATime) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atATime));
            }
        };
        return new RawScanner("file.csv", slow);
    }
}
