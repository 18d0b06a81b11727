package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.quality.HeaderWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The header line of a raw file. Columns may come in any order; a name that differs in case, in {@code -} for
 * {@code _}, or in blanks and marks around it is taken for the one meant, with a warning. A missing or repeated column
 * is refused, an extra one ignored with a warning.
 *
 * @param names the names as found
 */
public record RawHeader(List<String> names) {

    private static final Logger LOG = LoggerFactory.getLogger(RawHeader.class);
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u00a0\\u200b\\ufeff]+|[\\s\\u00a0\\u200b\\ufeff]+$");
    private static final int NAMES_SHOWN = 50;

    public RawHeader {
        names = List.copyOf(names);
    }

    /**
     * Reads the first record of a file and lets the scanner expect as many fields from then on.
     *
     * @throws DataFault if the file is empty, its first line is not UTF-8 or cannot be split
     */
    public static RawHeader read(String file, RawScanner scanner) throws IOException {
        boolean found = scanner.next();
        if (found && scanner.fields() > 0) {
            checkEncoding(file, scanner);
        }
        if (!found || scanner.broken() != null) {
            throw new DataFault(file + " line 1: expected a header, found "
                    + (scanner.fields() == 0 ? "an empty file" : "a line that cannot be split into fields"));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.fields(); i++) {
            int from = scanner.start(i);
            String name = new String(scanner.bytes(), from, scanner.end(i) - from, StandardCharsets.UTF_8);
            names.add(scanner.hasDoubledQuotes(i) ? name.replace("\"\"", "\"") : name);
        }
        scanner.expectFields(names.size());
        return new RawHeader(names);
    }

    private static void checkEncoding(String file, RawScanner scanner) {
        int from = scanner.start(0) > 0 && scanner.bytes()[scanner.start(0) - 1] == '"'
                ? scanner.start(0) - 1
                : scanner.start(0);
        byte[] line = Arrays.copyOfRange(scanner.bytes(), from, scanner.end(scanner.fields() - 1));
        TextEncoding.checkBeginning(file, line, line.length);
        int fault = TextEncoding.firstFault(line, 0, line.length);
        if (fault >= 0) {
            throw new DataFault(file + " byte " + fault + ": expected UTF-8, found "
                    + TextEncoding.show(line, fault, fault + 1, fault));
        }
    }

    /**
     * Finds the columns of a catalog entry.
     *
     * @throws DataFault naming the file, line 1, what was expected and what was found
     */
    public HeaderMatch match(String file, List<ColumnSpec> columns) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (found.putIfAbsent(key(names.get(i)), i) != null) {
                throw new DataFault(file + " line 1: expected each column once, found '" + names.get(i) + "' twice");
            }
        }
        int[] positions = new int[columns.size()];
        String[] meant = new String[names.size()];
        for (int i = 0; i < positions.length; i++) {
            String name = columns.get(i).name();
            Integer position = found.get(key(name));
            if (position == null) {
                throw new DataFault(file + " line 1: expected the column '" + name + "', found " + shortened());
            }
            positions[i] = position;
            meant[position] = name;
        }
        List<HeaderWarning> warnings = new ArrayList<>();
        for (int i = 0; i < meant.length; i++) {
            String name = names.get(i);
            if (meant[i] == null) {
                warnings.add(new HeaderWarning(file, HeaderWarning.Kind.IGNORED, name, ""));
            } else if (!meant[i].equals(name)) {
                warnings.add(new HeaderWarning(file, HeaderWarning.Kind.MAPPED, name, meant[i]));
            }
        }
        if (!warnings.isEmpty()) {
            LOG.warn("{} line 1: names mapped or ignored: {}", file, warnings);
        }
        return new HeaderMatch(positions, warnings);
    }

    /** @return for each column, the position of its field, as {@link #match} finds it */
    public int[] positions(String file, List<ColumnSpec> columns) {
        return match(file, columns).positions();
    }

    /** @return whether all columns of a file are there */
    public boolean holds(List<ColumnSpec> columns) {
        List<String> keys = names.stream().map(RawHeader::key).toList();
        return columns.stream().allMatch(column -> keys.contains(key(column.name())));
    }

    private String shortened() {
        return names.size() <= NAMES_SHOWN
                ? names.toString()
                : names.subList(0, NAMES_SHOWN) + " and " + (names.size() - NAMES_SHOWN) + " more";
    }

    private static String key(String name) {
        return AROUND.matcher(name).replaceAll("").toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
