package io.payscope.datasets.map;

import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.primitive.ByteRecord;

/** A mapped row as bytes and back; the currency, one for a whole bank, and the place in the file are left out. */
public final class RowCodec {

    private static final PayeeKind[] KINDS = PayeeKind.values();
    private static final Label[] LABELS = Label.values();
    private static final LifecycleStage[] STAGES = LifecycleStage.values();

    private RowCodec() {}

    /** Appends a row to a record. */
    public static void write(MappedRow row, ByteRecord record) {
        record.putLong(row.micros);
        record.putLong(row.unscaledAmount);
        record.putByte(row.amountScale);
        record.putByte(row.payeeKind.ordinal());
        record.putByte(row.label.ordinal());
        record.putByte(row.lifecycle.ordinal());
        record.putText(row.id);
        record.putText(row.channel);
        record.putText(row.payer);
        record.putText(row.payee);
        record.putDoubles(row.features);
    }

    /** Reads the next row of a record. */
    public static void read(ByteRecord record, MappedRow row) {
        row.micros = record.getLong();
        row.unscaledAmount = record.getLong();
        row.amountScale = record.getByte();
        row.payeeKind = KINDS[record.getByte()];
        row.label = LABELS[record.getByte()];
        row.lifecycle = STAGES[record.getByte()];
        record.getText(row.id);
        record.getText(row.channel);
        record.getText(row.payer);
        record.getText(row.payee);
        record.getDoubles(row.features);
    }
}
