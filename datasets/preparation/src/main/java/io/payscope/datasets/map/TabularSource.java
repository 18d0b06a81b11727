package io.payscope.datasets.map;

import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.MappingSpec;
import io.payscope.datasets.catalog.NumberForm;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.raw.LocaleNumbers;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a bank whose main file has one row for each transaction, mapped as the catalog says. A second file may be
 * joined by key; its number columns become features. Not thread-safe.
 */
final class TabularSource implements RowSource {

    private static final int ID_DIGITS = 20;
    private static final int PARTY_DIGITS = 16;
    private static final long MAX_SECONDS = 4_102_444_800L;
    private static final long MICROS = 1_000_000;

    private final BankEntry entry;
    private final MappingSpec mapping;
    private final FieldTable table;
    private final RefusalSink rejects;
    private final FeatureReader features;
    private final FieldReader reader = new FieldReader();
    private final ContentHash partyHash = new ContentHash();
    private final int idColumn;
    private final int timeColumn;
    private final int amountColumn;
    private final int channelColumn;
    private final int labelColumn;
    private final int[] payerColumns;
    private final int[] payeeColumns;
    private final PayeeKind[] kindsByFirst;
    private final @Nullable LocaleNumbers amountForm;
    private final double unitSeconds;
    private final long anchorSeconds;

    TabularSource(BankEntry entry, FieldTable table, @Nullable SideTable side, RefusalSink rejects) {
        this.entry = entry;
        this.mapping = entry.rawMapping();
        this.table = table;
        this.rejects = rejects;
        this.features = new FeatureReader(table, side, mapping);
        this.idColumn = column(mapping.transactionId());
        this.timeColumn = column(mapping.time().column());
        this.amountColumn = column(mapping.amount());
        this.channelColumn = column(mapping.channel().column());
        this.labelColumn = column(mapping.label());
        this.payerColumns = columns(mapping.payer());
        this.payeeColumns = columns(mapping.payee());
        this.kindsByFirst = kindsByFirst(mapping.payee());
        NumberForm form = table.numberForm(amountColumn);
        this.amountForm = form == null ? null : new LocaleNumbers(form);
        this.unitSeconds = mapping.time().unit() == MappingSpec.TimeUnit.HOURS ? 3600 : 1;
        Instant anchor = mapping.time().anchor();
        this.anchorSeconds = anchor == null ? 0 : anchor.getEpochSecond();
    }

    /** What a payee is, by the first byte of its name. */
    private static PayeeKind[] kindsByFirst(MappingSpec.@Nullable PartySpec payee) {
        PayeeKind[] kinds = new PayeeKind[1 << Byte.SIZE];
        Arrays.fill(kinds, PayeeKind.UNKNOWN);
        Map<String, PayeeKind> named = payee == null ? null : payee.kinds();
        if (named != null) {
            named.forEach((prefix, kind) -> kinds[prefix.charAt(0)] = kind);
        }
        return kinds;
    }

    private int column(@Nullable String name) {
        return name == null ? -1 : table.column(name);
    }

    private int[] columns(MappingSpec.@Nullable PartySpec party) {
        return party == null
                ? new int[0]
                : party.columns().stream().mapToInt(table::column).toArray();
    }

    @Override
    public List<String> features() {
        return mapping.featureNames();
    }

    @Override
    public MappedRow newRow() {
        return new MappedRow(entry.currency(), mapping.features().size());
    }

    @Override
    public boolean next(MappedRow row) throws IOException {
        boolean found = nextChecked(row);
        if (found) {
            complete(row);
        }
        return found;
    }

    /** Whether rows have ids of their own. */
    boolean hasOwnIds() {
        return idColumn >= 0;
    }

    /**
     * Moves to the next valid row, and fills only what tells it from others: hashes, an id of its own, time, amount and
     * label. {@link #complete} does the rest.
     */
    boolean nextChecked(MappedRow row) throws IOException {
        while (table.nextValid(rejects)) {
            if (check(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean check(MappedRow row) throws IOException {
        if (table.isInstant(timeColumn)) {
            row.micros = (long) table.number(timeColumn);
        } else {
            double seconds = anchorSeconds + table.number(timeColumn) * unitSeconds;
            if (seconds < 0 || seconds > MAX_SECONDS) {
                return refused(timeColumn, CommonRule.TIME);
            }
            row.micros = Math.round(seconds * MICROS);
        }
        if (!readAmount()) {
            return refused(amountColumn, CommonRule.AMOUNT);
        }
        reader.putAmount(row);
        row.hashHigh = table.hash().high();
        row.hashLow = table.hash().low();
        row.sourceRow = table.row();
        if (idColumn >= 0) {
            table.text(idColumn, row.id);
        }
        row.label = labelColumn < 0 ? Label.UNKNOWN : label();
        return true;
    }

    /** Fills the rest of the row just found. */
    void complete(MappedRow row) {
        if (idColumn < 0) {
            row.id.setHex('h', row.hashHigh, row.hashLow, ID_DIGITS);
        }
        channel(row);
        party(payerColumns, row.payer);
        party(payeeColumns, row.payee);
        row.payeeKind = payeeKind(row.payee);
        row.lifecycle = Objects.requireNonNull(mapping.lifecycle().constant(), "lifecycle is null");
        features.read(row.features);
    }

    private boolean readAmount() {
        int from = table.start(amountColumn);
        int to = table.end(amountColumn);
        if (amountForm == null) {
            return reader.readAmount(table.bytes(), from, to);
        }
        int length = amountForm.plain(table.bytes(), from, to);
        return length >= 0 && reader.readAmount(amountForm.bytes(), 0, length);
    }

    private boolean refused(int column, CommonRule rule) throws IOException {
        refuse(table.columnName(column), rule.id(), table.shown(column));
        return false;
    }

    private void channel(MappedRow row) {
        if (channelColumn >= 0) {
            table.text(channelColumn, row.channel);
            row.channel.lowerCase();
        } else if (row.channel.isEmpty()) {
            row.channel.set(Objects.requireNonNull(mapping.channel().constant(), "channel is null"));
        }
    }

    private Label label() {
        return table.number(labelColumn) == 1 ? Label.FRAUD : Label.LEGITIMATE;
    }

    private void party(int[] columns, Text target) {
        if (columns.length == 0 || table.isMissing(columns[0])) {
            target.clear();
        } else if (columns.length == 1) {
            table.text(columns[0], target);
        } else {
            partyHash.reset();
            for (int column : columns) {
                if (table.isNumber(column)) {
                    partyHash.add(table.number(column));
                } else {
                    partyHash.add(table.bytes(), table.start(column), table.end(column));
                }
            }
            partyHash.finish();
            target.setHex('k', partyHash.high(), partyHash.low(), PARTY_DIGITS);
        }
    }

    private PayeeKind payeeKind(Text payee) {
        if (payee.isEmpty()) {
            return PayeeKind.UNKNOWN;
        }
        return kindsByFirst[payee.bytes()[0] & 0xff];
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
