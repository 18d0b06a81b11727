package io.payscope.datasets.quality;

import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.output.StoredFiles;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Collects refused rows: counts and first examples by rule, and a gzipped CSV file with file, line, column, rule and
 * value. The file is written to a temporary folder and put into the store at the end. Not thread-safe: rows refused
 * elsewhere are handed over as {@link Refusal}s, in the order of the file.
 */
public final class Rejects implements RefusalSink, Closeable {

    /** Examples kept of each rule. */
    public static final int EXAMPLES = 5;

    private final Path file;
    private final Writer writer;
    private final Map<String, Rule> rules = new TreeMap<>();
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
        refuse(new Refusal(source, line, column, rule, value));
    }

    /** Refuses a row that would have been a transaction. */
    public void refuse(Refusal refusal) throws IOException {
        take(refusal).rows++;
    }

    /** Refuses a row of a file that is joined to the transactions; it is not counted among them. */
    public void refuseSide(String source, long line, String column, String rule, String value) throws IOException {
        refuseSide(new Refusal(source, line, column, rule, value));
    }

    /** Refuses a row of a file that is joined to the transactions; it is not counted among them. */
    public void refuseSide(Refusal refusal) throws IOException {
        sideRows.merge(refusal.file(), 1L, Long::sum);
        take(refusal).sideRows++;
    }

    private Rule take(Refusal refusal) throws IOException {
        writer.write(SafeText.csv(refusal.file()) + "," + refusal.line() + "," + SafeText.csv(refusal.column()) + ","
                + refusal.rule() + "," + SafeText.csv(refusal.value()) + "\n");
        Rule rule = rules.computeIfAbsent(refusal.rule(), id -> new Rule());
        if (rule.examples.size() < EXAMPLES) {
            rule.examples.add(refusal);
        }
        return rule;
    }

    /** @return rows refused that would have been transactions, by rule id */
    public Map<String, Long> byRule() {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().rows > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, rule -> rule.getValue().rows));
    }

    /** @return every rule that refused something, with its meaning and first examples */
    public List<RuleCount> counts(RuleBook book) {
        return rules.entrySet().stream()
                .map(rule -> new RuleCount(
                        rule.getKey(),
                        book.meaning(rule.getKey()),
                        rule.getValue().rows,
                        rule.getValue().sideRows,
                        rule.getValue().examples))
                .toList();
    }

    /** @return rows of joined files refused, by file */
    public Map<String, Long> sideRows() {
        return Map.copyOf(sideRows);
    }

    /** @return rows refused that would have been transactions */
    public long count() {
        return rules.values().stream().mapToLong(rule -> rule.rows).sum();
    }

    /**
     * Ends the file and puts it into the store.
     *
     * @return sha256 of the object
     */
    public String store(ObjectStore objects, String key) throws IOException {
        writer.close();
        return StoredFiles.put(objects, key, file);
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.deleteIfExists(file);
        }
    }

    /** What a rule refused so far. */
    private static final class Rule {

        private final List<Refusal> examples = new ArrayList<>(EXAMPLES);
        private long rows;
        private long sideRows;
    }
}
