package io.payscope.learning.bench;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Transactions in the schema of the Fraud Detection Handbook: plain or gzipped CSV, in time order. */
final class HandbookFile {

    private static final List<String> COLUMNS =
            List.of("TRANSACTION_ID", "TX_DATETIME", "CUSTOMER_ID", "TERMINAL_ID", "TX_AMOUNT", "TX_FRAUD");
    private static final BankId BANK = new BankId(1);
    private static final double[] NO_FEATURES = {};

    private final Path path;

    private HandbookFile(Path path) {
        this.path = path;
    }

    /**
     * Finds the file of that schema in a folder; of several the first by name with raw transactions.
     *
     * @throws ConfigFault if there is none
     */
    static HandbookFile in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigFault(folder + ": expected a folder with a file of the Handbook's schema");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if ((name.endsWith(".csv") || name.endsWith(".csv.gz")) && isRaw(file)) {
                    return new HandbookFile(file);
                }
            }
        }
        throw new ConfigFault(
                folder + ": expected a .csv or .csv.gz file with the columns " + COLUMNS + ", found none");
    }

    /** A file with features already computed is of no use. */
    private static boolean isRaw(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            String header = reader.readLine();
            return header != null
                    && header.contains("TX_TIME_SECONDS")
                    && Arrays.asList(header.split(",")).containsAll(COLUMNS);
        }
    }

    Path path() {
        return path;
    }

    /**
     * Reads all rows.
     *
     * @param consumer sees each row, in the file's order
     * @return how many
     * @throws DataFault naming the line that is malformed
     */
    long read(Consumer<CanonicalRow> consumer) throws IOException {
        try (BufferedReader reader = open(path)) {
            List<String> header = Arrays.asList(reader.readLine().split(","));
            int[] columns = COLUMNS.stream().mapToInt(header::indexOf).toArray();
            String[] fields = new String[header.size()];
            long line = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                consumer.accept(row(split(text, fields, line), columns, line));
            }
            return line - 1;
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private String[] split(String text, String[] fields, long line) {
        int from = 0;
        for (int i = 0; i < fields.length; i++) {
            int comma = i == fields.length - 1 ? text.length() : text.indexOf(',', from);
            if (comma < 0) {
                throw new DataFault(path + " line " + line + ": expected " + fields.length + " fields, found " + i);
            }
            fields[i] = text.substring(from, comma);
            from = comma + 1;
        }
        return fields;
    }

    private CanonicalRow row(String[] fields, int[] columns, long line) {
        try {
            return new CanonicalRow(
                    new CanonicalTransaction(
                            BANK,
                            fields[columns[0]],
                            LocalDateTime.parse(fields[columns[1]].replace(' ', 'T'))
                                    .toInstant(ZoneOffset.UTC),
                            Money.canonical(new BigDecimal(fields[columns[4]])),
                            "EUR",
                            "card",
                            fields[columns[2]],
                            fields[columns[3]],
                            PayeeKind.MERCHANT,
                            label(fields[columns[5]]),
                            LifecycleStage.SETTLED,
                            line - 1),
                    NO_FEATURES);
        } catch (DateTimeException | NumberFormatException e) {
            throw new DataFault(path + " line " + line + ": " + e.getMessage(), e);
        }
    }

    private static Label label(@Nullable String text) {
        return switch (text) {
            case "0" -> Label.LEGITIMATE;
            case "1" -> Label.FRAUD;
            case null, default -> throw new NumberFormatException("expected TX_FRAUD 0 or 1, found " + text);
        };
    }
}
