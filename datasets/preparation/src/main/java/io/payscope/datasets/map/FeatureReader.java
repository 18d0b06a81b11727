package io.payscope.datasets.map;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.FeatureSpec;
import io.payscope.datasets.catalog.MappingSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the features of a row from its own file and a joined one. */
final class FeatureReader {

    private final FieldTable table;
    private final @Nullable SideTable side;
    private final int[] columns;
    private final int[] sideColumns;
    private final @Nullable Coding[] codings;

    FeatureReader(FieldTable table, @Nullable SideTable side, MappingSpec mapping) {
        this.table = table;
        this.side = side;
        List<FeatureSpec> specs = mapping.features();
        this.columns = new int[specs.size()];
        this.sideColumns = new int[specs.size()];
        this.codings = new Coding[specs.size()];
        for (int i = 0; i < columns.length; i++) {
            FeatureSpec spec = specs.get(i);
            boolean own = table.has(spec.column());
            columns[i] = own ? table.column(spec.column()) : -1;
            sideColumns[i] = own || side == null ? -1 : side.column(spec.column());
            codings[i] = spec.codes() == null ? null : Coding.of(spec.codes(), spec.otherwise());
            if (own && codings[i] == null && !table.isNumber(columns[i])) {
                throw new BugFault("the feature " + spec.name() + " is a text without codes");
            }
        }
    }

    /** Fills the features of the table's current row. */
    void read(double[] target) {
        if (side != null) {
            side.lookUp(table);
        }
        for (int i = 0; i < target.length; i++) {
            int column = columns[i];
            Coding coding = codings[i];
            if (column < 0) {
                target[i] = side == null ? Double.NaN : side.number(sideColumns[i]);
            } else if (coding == null) {
                target[i] = table.number(column);
            } else {
                target[i] = table.isMissing(column)
                        ? Double.NaN
                        : coding.number(table.bytes(), table.start(column), table.end(column));
            }
        }
    }

    /** Numbers that stand for texts. */
    @SuppressWarnings("ArrayRecordComponent") // Compared on every row, never handed out.
    private record Coding(TextTable texts, double[] numbers, double otherwise) {

        static Coding of(Map<String, Double> codes, @Nullable Double otherwise) {
            List<String> texts = codes.keySet().stream().sorted().toList();
            return new Coding(
                    new TextTable(texts),
                    texts.stream().mapToDouble(codes::get).toArray(),
                    otherwise == null ? Double.NaN : otherwise);
        }

        double number(byte[] bytes, int from, int to) {
            int found = texts.find(bytes, from, to);
            return found < 0 ? otherwise : numbers[found];
        }
    }
}
