package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.catalog.ColumnSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The header line of a raw file. Columns may come in any order; a name that differs in case, or in {@code -} for
 * {@code _}, is taken for the one meant. A missing or repeated column is refused, an extra one ignored with a warning.
 *
 * @param names the names as found
 */
public record RawHeader(List<String> names) {

    private static final Logger LOG = LoggerFactory.getLogger(RawHeader.class);

    public RawHeader {
        names = List.copyOf(names);
    }

    /**
     * Reads the first record of a file and lets the scanner expect as many fields from then on.
     *
     * @throws DataFault if the file is empty or its first line cannot be split
     */
    public static RawHeader read(String file, RawScanner scanner) throws IOException {
        if (!scanner.next() || scanner.broken() != null) {
            throw new DataFault(file + " line 1: expected a header, found "
                    + (scanner.fields() == 0 ? "an empty file" : "a line that cannot be split into fields"));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            int from = scanner.start(i);
            names.add(new String(scanner.bytes(), from, scanner.end(i) - from, StandardCharsets.UTF_8).strip());
        }
        scanner.expectFields(names.size());
        return new RawHeader(names);
    }

    /**
     * Finds the columns of a catalog entry.
     *
     * @return for each column, the position of its field
     * @throws DataFault naming the file, line 1, what was expected and what was found
     */
    public int[] positions(String file, List<ColumnSpec> columns) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (found.putIfAbsent(key(names.get(i)), i) != null) {
                throw new DataFault(file + " line 1: expected each column once, found '" + names.get(i) + "' twice");
            }
        }
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            Integer position = found.remove(key(columns.get(i).name()));
            if (position == null) {
                throw new DataFault(
                        file + " line 1: expected the column '" + columns.get(i).name() + "', found " + shortened());
            }
            positions[i] = position;
        }
        if (!found.isEmpty()) {
            LOG.warn("{} line 1: columns ignored: {}", file, found.keySet());
        }
        return positions;
    }

    /** @return whether all columns of a file are there */
    public boolean holds(List<ColumnSpec> columns) {
        List<String> keys = names.stream().map(RawHeader::key).toList();
        return columns.stream().allMatch(column -> keys.contains(key(column.name())));
    }

    private String shortened() {
        return names.size() <= 50 ? names.toString() : names.subList(0, 50) + " and " + (names.size() - 50) + " more";
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
