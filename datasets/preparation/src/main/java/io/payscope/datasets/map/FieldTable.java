package io.payscope.datasets.map;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.catalog.RuleSpec;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.raw.Numbers;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawScanner;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one raw file with their fields checked: numbers as doubles, texts as positions in the scanner's buffer.
 * The hash of a row's values depends on neither the order of the columns nor the spelling of a number. Not thread-safe.
 */
final class FieldTable implements Closeable {

    private final RawScanner scanner;
    private final String file;
    private final List<ColumnSpec> columns;
    private final int[] positions;
    private final ColumnSpec.Type[] types;
    private final FieldCheck[][] checks;
    private final double[] numbers;
    private final ContentHash hash = new ContentHash();
    private final ContentHash textHash = new ContentHash();
    private final FieldReader reader = new FieldReader();
    private Refusal refusal = new Refusal("", "", "");

    /** Why a row was refused. */
    record Refusal(String column, String rule, String value) {}

    /**
     * Starts at the first data row.
     *
     * @param scanner stands behind the header; closed with this table
     * @param header the file's header
     * @param spec the file
     * @param rules the catalog's rules; those about other files' columns are left out
     */
    FieldTable(RawScanner scanner, RawHeader header, RawFileSpec spec, List<RuleSpec> rules) {
        this.scanner = scanner;
        this.file = spec.name();
        this.columns = spec.columns();
        this.positions = header.positions(file, columns);
        this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnSpec.Type[]::new);
        this.checks = FieldCheck.compile(columns, rules);
        this.numbers = new double[positions.length];
    }

    /** Moves to the next row, good or bad; false at the end. */
    boolean next() throws IOException {
        return scanner.next();
    }

    /** Moves to the next good row and hands the bad ones before it on; false at the end. */
    boolean nextValid(RefusalSink refused) throws IOException {
        while (next()) {
            if (read()) {
                return true;
            }
            refused.refuse(file, line(), refusal.column, refusal.rule, refusal.value);
        }
        return false;
    }

    /** Reads and checks the row's fields; false if it is refused, {@link #refusal()} says why. */
    boolean read() {
        CommonRule broken = scanner.broken();
        if (broken != null) {
            String found = broken == CommonRule.FIELD_COUNT
                    ? scanner.fields() + " fields, expected " + scanner.expectedFields()
                    : FieldReader.forMessage(scanner.bytes(), scanner.start(0), scanner.end(0));
            refusal = new Refusal("", broken.id(), found);
            return false;
        }
        hash.reset();
        byte[] bytes = scanner.bytes();
        for (int column = 0; column < positions.length; column++) {
            int field = positions[column];
            int from = scanner.start(field);
            int to = scanner.end(field);
            CommonRule rule = from == to ? missing(column) : value(column, bytes, from, to);
            if (rule != null) {
                return refuse(column, rule.id());
            }
            if (checks[column] != null && from != to) {
                for (FieldCheck check : checks[column]) {
                    if (!check.holds(numbers[column], bytes, from, to)) {
                        return refuse(column, check.id());
                    }
                }
            }
        }
        hash.finish();
        return true;
    }

    private @Nullable CommonRule missing(int column) {
        numbers[column] = Double.NaN;
        hash.add(Double.NaN);
        return columns.get(column).nullable() ? null : CommonRule.PRESENT;
    }

    private @Nullable CommonRule value(int column, byte[] bytes, int from, int to) {
        switch (types[column]) {
            case NUMBER -> {
                double number = Numbers.parse(bytes, from, to);
                numbers[column] = number;
                hash.add(number);
                return number == number ? null : CommonRule.NUMBER;
            }
            case LOCAL_TIME -> {
                long seconds = LocalTimes.parse(bytes, from, to);
                numbers[column] = seconds;
                hash.add(seconds);
                return seconds == LocalTimes.INVALID ? CommonRule.TIME : null;
            }
            case TEXT -> {
                hash.add(bytes, from, to);
                return reader.checkText(bytes, from, to);
            }
        }
        throw new BugFault("no such column type: " + types[column]);
    }

    private boolean refuse(int column, String rule) {
        int field = positions[column];
        String value = FieldReader.forMessage(scanner.bytes(), scanner.start(field), scanner.end(field));
        refusal = new Refusal(columns.get(column).name(), rule, value);
        return false;
    }

    /** Whether the row could be split, so that its fields are there even if it was refused. */
    boolean isSplit() {
        return scanner.broken() == null;
    }

    /** 64 bits that tell a text from others of its column. */
    long textHash(int column) {
        textHash.reset();
        textHash.add(bytes(), start(column), end(column));
        textHash.finish();
        return textHash.high();
    }

    /** Why the last row was refused. */
    Refusal refusal() {
        return refusal;
    }

    /** Position of a column in this table. */
    int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new BugFault(file + ": the catalog has no column " + name);
    }

    String columnName(int column) {
        return columns.get(column).name();
    }

    List<String> columnNames() {
        return columns.stream().map(ColumnSpec::name).toList();
    }

    boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /** The value of a number column, NaN for missing; of a time column, local seconds. */
    double number(int column) {
        return numbers[column];
    }

    boolean isNumber(int column) {
        return types[column] == ColumnSpec.Type.NUMBER;
    }

    boolean isMissing(int column) {
        int field = positions[column];
        return scanner.start(field) == scanner.end(field);
    }

    void text(int column, Text target) {
        FieldReader.copy(scanner, positions[column], target);
    }

    byte[] bytes() {
        return scanner.bytes();
    }

    int start(int column) {
        return scanner.start(positions[column]);
    }

    int end(int column) {
        return scanner.end(positions[column]);
    }

    /** The hash of the row's values. */
    ContentHash hash() {
        return hash;
    }

    String file() {
        return file;
    }

    long line() {
        return scanner.line();
    }

    /** Number of the data row, from 1. */
    long row() {
        return scanner.record() - 1;
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
