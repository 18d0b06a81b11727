package io.payscope.datasets.quality;

import io.payscope.core.port.ObjectStore;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Collects refused rows: counts by rule, and a gzipped CSV file with file, line, column, rule and value. The file is
 * written to a temporary folder and put into the store at the end. Not thread-safe.
 */
public final class Rejects implements RefusalSink, Closeable {

    private static final int MAX_VALUE = 64;

    private final Path file;
    private final Writer writer;
    private final Map<String, Long> byRule = new TreeMap<>();
    private final Map<String, Long> sideRows = new TreeMap<>();

    /** Starts an empty collection with a temporary file in a folder. */
    public Rejects(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "rejects", ".csv.gz");
        this.writer = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 13), StandardCharsets.UTF_8));
        writer.write("file,line,column,rule,value\n");
    }

    /** Counts a refused row and writes it down, its value cut to {@value #MAX_VALUE} characters. */
    @Override
    public void refuse(String source, long line, String column, String rule, String value) throws IOException {
        byRule.merge(rule, 1L, Long::sum);
        write(source, line, column, rule, value);
    }

    /** Refuses a row of a file that is joined to the transactions; it is not counted among them. */
    public void refuseSide(String source, long line, String column, String rule, String value) throws IOException {
        sideRows.merge(source, 1L, Long::sum);
        write(source, line, column, rule, value);
    }

    private void write(String source, long line, String column, String rule, String value) throws IOException {
        writer.write(quoted(source));
        writer.write("," + line + ",");
        writer.write(quoted(column));
        writer.write(",");
        writer.write(rule);
        writer.write(",");
        writer.write(quoted(harmless(value)));
        writer.write('\n');
    }

    /** Cuts a value, replaces control characters, and defuses what a spreadsheet would take for a formula. */
    private static String harmless(String value) {
        String cut = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
        String clean = cut.replaceAll("\\p{Cntrl}", " ");
        boolean formula = !clean.isEmpty() && "=+@-".indexOf(clean.charAt(0)) >= 0;
        return formula && !clean.matches("[-+]?[0-9.]+") ? "'" + clean : clean;
    }

    private static String quoted(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** @return rows refused, by rule id */
    public Map<String, Long> byRule() {
        return Map.copyOf(byRule);
    }

    /** @return rows of joined files refused, by file */
    public Map<String, Long> sideRows() {
        return Map.copyOf(sideRows);
    }

    /** @return rows refused that would have been transactions */
    public long count() {
        return byRule.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Ends the file and puts it into the store. */
    public void store(ObjectStore objects, String key) throws IOException {
        writer.close();
        objects.put(key, file, "application/gzip");
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.deleteIfExists(file);
        }
    }
}
