package io.payscope.datasets.map;

import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.wire.part.PartColumns;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of an outside file in the canonical form: the shared columns by name, every other column a numeric feature. */
final class CanonicalSource implements RowSource {

    private static final Set<String> OPTIONAL = Set.of("payer_id", "payee_id");
    private static final Set<String> NUMBERS = Set.of("amount", "source_row");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final long MICROS = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private final FieldTable table;
    private final RefusalSink rejects;
    private final List<String> features;
    private final int[] featureColumns;
    private final FieldReader reader = new FieldReader();
    private final Text text = new Text();

    /** @param spec what {@link #spec} says of the table's file */
    CanonicalSource(RawFileSpec spec, FieldTable table, RefusalSink rejects) {
        this.table = table;
        this.rejects = rejects;
        this.features = spec.columns().stream()
                .map(ColumnSpec::name)
                .filter(name -> !PartColumns.SHARED.contains(name))
                .toList();
        this.featureColumns = features.stream().mapToInt(table::column).toArray();
    }

    /** Whether a header has all columns of the canonical form. */
    static boolean recognises(RawHeader header) {
        return header.names().containsAll(PartColumns.SHARED);
    }

    /** The columns of a file with such a header. */
    static RawFileSpec spec(String file, RawHeader header) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (String name : PartColumns.SHARED) {
            ColumnSpec.Type type = NUMBERS.contains(name) ? ColumnSpec.Type.NUMBER : ColumnSpec.Type.TEXT;
            columns.add(new ColumnSpec(name, type, OPTIONAL.contains(name)));
        }
        for (String name : header.names()) {
            if (!PartColumns.SHARED.contains(name)) {
                columns.add(new ColumnSpec(name, ColumnSpec.Type.NUMBER, true));
            }
        }
        return new RawFileSpec(file, false, columns);
    }

    @Override
    public List<String> features() {
        return features;
    }

    @Override
    public MappedRow newRow() {
        return new MappedRow("", features.size());
    }

    @Override
    public boolean next(MappedRow row) throws IOException {
        while (table.nextValid(rejects)) {
            if (map(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean map(MappedRow row) throws IOException {
        if (!time(row)) {
            refuse("occurred_at", CommonRule.TIME.id(), string("occurred_at"));
            return false;
        }
        int amount = table.column("amount");
        if (!reader.readAmount(table.bytes(), table.start(amount), table.end(amount))) {
            refuse("amount", CommonRule.AMOUNT.id(), string("amount"));
            return false;
        }
        reader.putAmount(row);
        String currency = string("currency");
        if (!currency.matches("[A-Z]{3}")) {
            refuse("currency", CommonRule.TEXT.id(), currency);
            return false;
        }
        row.currency = currency.equals(row.currency) ? row.currency : currency;
        table.text(table.column("transaction_id"), row.id);
        table.text(table.column("channel"), row.channel);
        table.text(table.column("payer_id"), row.payer);
        table.text(table.column("payee_id"), row.payee);
        row.payeeKind = PayeeKind.valueOf(string("payee_kind"));
        row.label = Label.valueOf(string("label"));
        row.lifecycle = LifecycleStage.valueOf(string("lifecycle_stage"));
        row.sourceRow = (long) table.number(table.column("source_row"));
        row.hashHigh = table.hash().high();
        row.hashLow = table.hash().low();
        for (int i = 0; i < featureColumns.length; i++) {
            row.features[i] = table.number(featureColumns[i]);
        }
        return true;
    }

    private boolean time(MappedRow row) {
        try {
            Instant time = Instant.parse(string("occurred_at"));
            row.micros = time.getEpochSecond() * MICROS + time.getNano() / NANOS_PER_MICRO;
            return !time.isBefore(Instant.EPOCH) && time.isBefore(LAST) && time.getNano() % NANOS_PER_MICRO == 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String string(String column) {
        table.text(table.column(column), text);
        return text.toString();
    }

    @Override
    public void refuse(String column, String rule, String value) throws IOException {
        rejects.refuse(table.file(), table.line(), column, rule, value);
    }

    @Override
    public long line() {
        return table.line();
    }

    @Override
    public long rowsRead() {
        return table.row();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
