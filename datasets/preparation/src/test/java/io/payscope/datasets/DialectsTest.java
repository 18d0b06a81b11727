package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.CanonicalRow;
import io.payscope.datasets.testing.RawBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables, each written in random ways: what a file says does not depend on how it says it. */
class DialectsTest {

    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final List<String> COLUMNS = List.of(
            "step",
            "type",
            "amount",
            "nameOrig",
            "oldbalanceOrg",
            "newbalanceOrig",
            "nameDest",
            "oldbalanceDest",
            "newbalanceDest",
            "isFraud",
            "isFlaggedFraud");
    private static final List<String> TYPES = List.of("CASH_IN", "CASH_OUT", "DEBIT", "PAYMENT", "TRANSFER");
    private static final int TABLES = 15;
    private static final int DIALECTS = 3;

    @TempDir
    private Path folder;

    @Test
    void everyDialectGivesTheSameRows() throws IOException {
        RawBucket bucket = new RawBucket(folder);
        Random random = new Random(2026);
        for (int round = 0; round < TABLES; round++) {
            List<List<String>> table = table(random);
            bucket.raw(3, PAYSIM, text(table));
            List<CanonicalRow> expected = bucket.prepare(3).rows();
            assertThat(expected).hasSize(table.size());
            for (int dialect = 0; dialect < DIALECTS; dialect++) {
                byte[] file = write(table, random);
                bucket.raw(3, PAYSIM, file);
                List<CanonicalRow> rows = bucket.prepare(3).rows();
                assertSame(rows, expected);
            }
        }
    }

    private static void assertSame(List<CanonicalRow> rows, List<CanonicalRow> expected) {
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).transaction()).isEqualTo(expected.get(i).transaction());
            assertThat(rows.get(i).features()).containsExactly(expected.get(i).features());
        }
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> rows = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    Integer.toString(1 + random.nextInt(700)),
                    TYPES.get(random.nextInt(TYPES.size())),
                    money(random),
                    name(random, "C" + i),
                    money(random),
                    money(random),
                    name(random, "M" + i),
                    money(random),
                    money(random),
                    Integer.toString(random.nextInt(2)),
                    "0"));
        }
        return rows;
    }

    private static String money(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(3))
                .toPlainString();
    }

    private static String name(Random random, String unique) {
        return switch (random.nextInt(5)) {
            case 0 -> unique + ", \"quoted\"";
            case 1 -> unique + "\u00e9\ud83d\ude00";
            case 2 -> unique + "'; = +";
            default -> unique;
        };
    }

    private static String text(List<List<String>> table) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        table.forEach(row -> text.append(String.join(
                        ",", row.stream().map(field -> quoted(field, false)).toList()))
                .append('\n'));
        return text.toString();
    }

    private static byte[] write(List<List<String>> table, Random random) throws IOException {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        boolean quotes = random.nextBoolean();
        boolean extra = random.nextBoolean();
        List<Integer> order = new ArrayList<>(Arrays.asList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Collections.shuffle(order, random);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
        List<String> header = new ArrayList<>();
        order.forEach(column -> header.add(spelled(COLUMNS.get(column), random)));
        List<List<String>> lines = new ArrayList<>(List.of(header));
        for (List<String> row : table) {
            List<String> line = new ArrayList<>();
            order.forEach(column -> line.add(quoted(respelled(column, row.get(column), random), quotes)));
            lines.add(line);
        }
        for (List<String> line : lines) {
            text.append(extra ? line.equals(header) ? "more," : "\"any\"," : "").append(String.join(",", line));
            text.append(end);
        }
        if (random.nextBoolean()) {
            text.setLength(text.length() - end.length());
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean()) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String spelled(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> " " + name;
            default -> name;
        };
    }

    /** Numbers but for the amount, whose decimals are part of the canonical row. */
    private static String respelled(int column, String value, Random random) {
        boolean number = column == 4 || column == 5 || column == 7 || column == 8;
        return switch (number ? random.nextInt(4) : 3) {
            case 0 -> value + (value.contains(".") ? "000" : ".0");
            case 1 -> "+" + value;
            case 2 -> new BigDecimal(value).unscaledValue() + "e-" + new BigDecimal(value).scale();
            default -> value;
        };
    }

    private static String quoted(String field, boolean always) {
        return always || field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
