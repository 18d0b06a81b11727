package io.payscope.datasets.map;

import io.payscope.datasets.primitive.ByteArena;
import io.payscope.datasets.primitive.ByteRecord;
import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The number columns of a joined file by its key, in memory: about 16 bytes a row for the key and 1 to 9 a value that
 * is not missing. Not thread-safe.
 */
final class SideTable {

    private static final long ABSENT = -1;

    private final String key;
    private final List<String> columns;
    private final LongTable names;
    private final ByteArena rows;
    private final ByteRecord record = new ByteRecord();
    private final double[] current;

    private SideTable(String key, FieldTable table) {
        this.key = key;
        this.columns = new ArrayList<>();
        this.names = new LongTable();
        this.rows = new ByteArena();
        for (String column : table.columnNames()) {
            if (!column.equals(key) && table.isNumber(table.column(column))) {
                columns.add(column);
            }
        }
        this.current = new double[columns.size()];
    }

    private SideTable(SideTable other) {
        this.key = other.key;
        this.columns = other.columns;
        this.names = other.names;
        this.rows = other.rows;
        this.current = new double[columns.size()];
    }

    /** The same rows for another thread; nothing may be added any more. */
    SideTable view() {
        return new SideTable(this);
    }

    /**
     * Reads a file whole. Where a key comes twice the first row counts and the second is refused.
     *
     * @param table the file; closed afterwards
     * @param key the column that both files share
     */
    static SideTable read(FieldTable table, String key, Rejects rejects) throws IOException {
        SideTable side = new SideTable(key, table);
        try (table) {
            int keyColumn = table.column(key);
            int[] numbers = side.columns.stream().mapToInt(table::column).toArray();
            while (table.next()) {
                if (!table.read()) {
                    FieldTable.Refusal refusal = table.refusal();
                    rejects.refuseSide(table.file(), table.line(), refusal.column(), refusal.rule(), refusal.value());
                } else if (!side.add(table, keyColumn, numbers)) {
                    rejects.refuseSide(table.file(), table.line(), key, CommonRule.UNIQUE_ID.id(), "repeated key");
                }
            }
        }
        return side;
    }

    private boolean add(FieldTable table, int keyColumn, int[] numbers) {
        long hashed = table.textHash(keyColumn);
        if (names.contains(hashed)) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            current[i] = table.number(numbers[i]);
        }
        record.clear();
        record.putDoubles(current);
        names.putIfAbsent(hashed, rows.add(record.bytes(), 0, record.length()));
        return true;
    }

    /** Position of a column among the numbers. */
    int column(String name) {
        return columns.indexOf(name);
    }

    /** Finds the row that the table's current row is joined to; none leaves every number missing. */
    void lookUp(FieldTable table) {
        long found = names.get(table.textHash(table.column(key)), ABSENT);
        if (found == ABSENT) {
            Arrays.fill(current, Double.NaN);
            return;
        }
        rows.get(found, record);
        record.getDoubles(current);
    }

    /** A number of the row found last. */
    double number(int column) {
        return current[column];
    }
}
