package io.payscope.datasets.map;

import io.payscope.core.model.Label;
import io.payscope.datasets.primitive.ByteRecord;
import io.payscope.datasets.quality.Refusal;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.quality.RowProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some rows of one file in its order: of each what tells it from others, and of those that may be kept the whole row,
 * encoded. Lines and rows count from the batch's own beginning until it is {@link #place placed}. Filled again and
 * again; not thread-safe.
 */
public final class RowBatch implements RefusalSink {

    private static final Label[] LABELS = Label.values();

    /** The row is not encoded, because it will not be kept. */
    private static final int ABSENT = -1;

    private final ByteRecord ids = new ByteRecord();
    private final ByteRecord rows = new ByteRecord();
    private final List<Refusal> refused = new ArrayList<>();
    private long[] idHashes = new long[64];
    private long[] contents = new long[64];
    private long[] priorities = new long[64];
    private long[] micros = new long[64];
    private long[] amounts = new long[64];
    private byte[] amountScales = new byte[64];
    private long[] orders = new long[64];
    private int[] sourceRows = new int[64];
    private int[] lines = new int[64];
    private int[] idEnds = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] labels = new byte[64];
    private int size;
    private String file = "";
    private long linesBefore;
    private long rowsBefore;

    /** Makes it empty. */
    void clear(String newFile) {
        file = newFile;
        size = 0;
        ids.clear();
        rows.clear();
        refused.clear();
        linesBefore = 0;
        rowsBefore = 0;
    }

    /** Tells how much of the file lies before this batch. */
    void place(long newLinesBefore, long newRowsBefore) {
        linesBefore = newLinesBefore;
        rowsBefore = newRowsBefore;
    }

    /** Adds a row of which only the hashes, the time and the label are filled, and which will not be kept. */
    void add(MappedRow row, long line, boolean ownId, long priority) {
        if (size == labels.length) {
            grow();
        }
        contents[size] = row.hashHigh;
        priorities[size] = priority;
        micros[size] = row.micros;
        amounts[size] = row.unscaledAmount;
        amountScales[size] = (byte) row.amountScale;
        labels[size] = (byte) row.label.ordinal();
        sourceRows[size] = (int) row.sourceRow;
        lines[size] = (int) line;
        if (ownId) {
            idHashes[size] = row.id.hash();
            ids.append(row.id.bytes(), row.id.length());
        }
        idEnds[size] = ids.length();
        starts[size] = ABSENT;
        size++;
    }

    /** Adds the whole of the row that was added last. */
    void encodeLast(MappedRow row) {
        int last = size - 1;
        orders[last] = row.id.prefix();
        starts[last] = rows.length();
        RowCodec.write(row, rows);
        ends[last] = rows.length();
    }

    private void grow() {
        int larger = size * 2;
        idHashes = Arrays.copyOf(idHashes, larger);
        contents = Arrays.copyOf(contents, larger);
        priorities = Arrays.copyOf(priorities, larger);
        micros = Arrays.copyOf(micros, larger);
        amounts = Arrays.copyOf(amounts, larger);
        amountScales = Arrays.copyOf(amountScales, larger);
        orders = Arrays.copyOf(orders, larger);
        sourceRows = Arrays.copyOf(sourceRows, larger);
        lines = Arrays.copyOf(lines, larger);
        idEnds = Arrays.copyOf(idEnds, larger);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
        labels = Arrays.copyOf(labels, larger);
    }

    @Override
    public void refuse(String source, long line, String column, String rule, String value) {
        refused.add(new Refusal(source, line, column, rule, value));
    }

    /** Hands on the rows that were refused while this batch was read. */
    public void forwardRefused(RefusalSink sink) throws IOException {
        for (Refusal row : refused) {
            sink.refuse(row.file(), linesBefore + row.line(), row.column(), row.rule(), row.value());
        }
    }

    /** Refuses a row of this batch for a reason that only its reader can know. */
    public void refuse(int row, String rule, RefusalSink sink) throws IOException {
        int from = row == 0 ? 0 : idEnds[row - 1];
        String id = ids.text(from, idEnds[row]);
        sink.refuse(file, linesBefore + lines[row], "", rule, id);
    }

    /** @return number of rows */
    public int size() {
        return size;
    }

    /** @return hash of a row's id, where rows have ids of their own */
    public long idHash(int row) {
        return idHashes[row];
    }

    /** @return hash of a row's values */
    public long content(int row) {
        return contents[row];
    }

    /** @return a row's label */
    public Label label(int row) {
        return LABELS[labels[row]];
    }

    /** @return a row's priority */
    public long priority(int row) {
        return priorities[row];
    }

    /** @return a row's time in microseconds since 1970 */
    public long micros(int row) {
        return micros[row];
    }

    /** Adds a row's amount, time and label to a profile. */
    public void describe(int row, RowProfile profile) {
        profile.add(micros[row], amounts[row], amountScales[row], label(row));
    }

    /** @return the first eight characters of the id of an encoded row, as one word */
    public long order(int row) {
        return orders[row];
    }

    /** @return the number of a row in its file, 1 being the first data row */
    public long sourceRow(int row) {
        return rowsBefore + sourceRows[row];
    }

    /** @return whether the whole row is here */
    public boolean isEncoded(int row) {
        return starts[row] != ABSENT;
    }

    /** @return the bytes that encoded rows lie in; not copied */
    public byte[] bytes() {
        return rows.bytes();
    }

    /** @return position of an encoded row's first byte */
    public int start(int row) {
        return starts[row];
    }

    /** @return length of an encoded row */
    public int length(int row) {
        return ends[row] - starts[row];
    }
}
