package io.payscope.datasets.map;

import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.NumberForm;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.FileProfile;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.RefusalSink;
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
    private final FieldLayout layout;
    private final int[] positions;
    private final ColumnSpec.Type[] types;
    private final FieldCheck[][] checks;
    private final @Nullable FieldForm[] forms;
    private final double[] numbers;
    private final @Nullable FileProfile profile;
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
     * @param layout the fields
     * @param profile takes the values of every good row, or null
     */
    FieldTable(RawScanner scanner, FieldLayout layout, @Nullable FileProfile profile) {
        this.scanner = scanner;
        this.layout = layout;
        this.positions = layout.positions;
        this.types = layout.types;
        this.checks = layout.checks;
        this.profile = profile;
        this.numbers = new double[positions.length];
        this.forms = new FieldForm[positions.length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = types[i] == ColumnSpec.Type.TEXT ? null : FieldForm.of(layout.columns.get(i), null);
        }
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
            refused.refuse(layout.file, line(), refusal.column, refusal.rule, refusal.value);
        }
        return false;
    }

    /** Reads and checks the row's fields; false if it is refused, {@link #refusal()} says why. */
    boolean read() {
        CommonRule broken = scanner.broken();
        if (broken != null) {
            String found = broken == CommonRule.FIELD_COUNT
                    ? scanner.fields() + " fields, expected " + scanner.expectedFields()
                    : show(0);
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
        if (profile != null) {
            describe(profile, bytes);
        }
        return true;
    }

    private @Nullable CommonRule missing(int column) {
        numbers[column] = Double.NaN;
        hash.add(Double.NaN);
        return layout.columns.get(column).nullable() ? null : CommonRule.PRESENT;
    }

    private @Nullable CommonRule value(int column, byte[] bytes, int from, int to) {
        FieldForm form = forms[column];
        if (form == null) {
            hash.add(bytes, from, to);
            return reader.checkText(bytes, from, to);
        }
        double number = form.read(bytes, from, to);
        numbers[column] = number;
        hash.add(number);
        return number == number ? null : form.fault(bytes, from, to);
    }

    private void describe(FileProfile target, byte[] bytes) {
        for (int column = 0; column < positions.length; column++) {
            if (forms[column] == null) {
                int field = positions[column];
                target.add(column, bytes, scanner.start(field), scanner.end(field));
            } else {
                target.add(column, numbers[column]);
            }
        }
    }

    private boolean refuse(int column, String rule) {
        refusal = new Refusal(layout.columns.get(column).name(), rule, show(positions[column]));
        return false;
    }

    private String show(int field) {
        int from = scanner.start(field);
        return FieldReader.forMessage(scanner.bytes(), from, scanner.end(field), scanner.offset(from));
    }

    /** A column's field for a message, whatever it holds. */
    String shown(int column) {
        return show(positions[column]);
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

    /** What was odd about the header. */
    List<HeaderWarning> warnings() {
        return layout.warnings();
    }

    /** Position of a column in this table. */
    int column(String name) {
        return layout.column(name);
    }

    String columnName(int column) {
        return layout.columns.get(column).name();
    }

    List<String> columnNames() {
        return layout.columns.stream().map(ColumnSpec::name).toList();
    }

    boolean has(String name) {
        return layout.has(name);
    }

    /** The value of a number column, NaN for missing; of a local time, local seconds; of an instant, microseconds UTC. */
    double number(int column) {
        return numbers[column];
    }

    boolean isNumber(int column) {
        return types[column] == ColumnSpec.Type.NUMBER;
    }

    /** How a number column is written, or null for plain decimals. */
    @Nullable
    NumberForm numberForm(int column) {
        return layout.columns.get(column).format();
    }

    boolean isInstant(int column) {
        return types[column] == ColumnSpec.Type.TIME;
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
        return layout.file;
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
