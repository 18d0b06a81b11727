package io.payscope.datasets.map;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.raw.RawBlocks;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.wire.part.PartColumns;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the raw files of a bank as rows. */
public final class RowSources {

    /** Places of the joined files in the catalog of the bank whose amount is computed. */
    private static final int PAYMENTS = 1;

    private static final int ITEMS = 2;
    private static final int CUSTOMERS = 3;

    private final ObjectStore objects;
    private final int threads;

    /**
     * @param objects where the files lie
     * @param threads that rows are read with, where they do not depend on each other
     */
    public RowSources(ObjectStore objects, int threads) {
        this.objects = objects;
        this.threads = threads;
    }

    /**
     * Opens a bank's raw files.
     *
     * @param interest tells which rows are worth encoding
     * @param rejects receives what is not valid in the files that are joined to the main one
     * @throws DataFault naming file, line 1, expected and found, if a header is wrong
     */
    public BatchSource open(BankEntry entry, RawFiles files, Interest interest, Rejects rejects) throws IOException {
        if (entry.rawMapping().amount() == null) {
            return orders(entry, files, interest, rejects);
        }
        SideTable side = null;
        for (RawFileSpec spec : entry.files().subList(1, entry.files().size())) {
            Optional<FieldTable> joined = table(entry, spec, files);
            if (joined.isPresent()) {
                String key = Objects.requireNonNull(entry.rawMapping().transactionId(), "the join needs a key");
                side = SideTable.read(joined.get(), key, rejects);
            }
        }
        return tabular(entry, files, side, interest);
    }

    private BatchSource tabular(BankEntry entry, RawFiles files, @Nullable SideTable side, Interest interest)
            throws IOException {
        RawFileSpec spec = entry.mainFile();
        RawScanner scanner = required(entry, spec, files).open(objects);
        try {
            RawHeader header = RawHeader.read(spec.name(), scanner);
            return new ParallelBatches(
                    spec.name(),
                    scanner,
                    (block, refused) -> new TabularSource(
                            entry,
                            new FieldTable(block, header, spec, entry.rules()),
                            side == null ? null : side.view(),
                            refused),
                    interest,
                    threads,
                    RawBlocks.BLOCK_BYTES);
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }

    private BatchSource orders(BankEntry entry, RawFiles files, Interest interest, Rejects rejects)
            throws IOException {
        OrderPayments payments = OrderPayments.read(
                table(required(entry, entry.files().get(PAYMENTS), files), entry.files().get(PAYMENTS), entry),
                rejects);
        Optional<FieldTable> items = table(entry, entry.files().get(ITEMS), files);
        OrderItems held = items.isPresent() ? OrderItems.read(items.get(), rejects) : null;
        Optional<FieldTable> customers = table(entry, entry.files().get(CUSTOMERS), files);
        Persons persons = customers.isPresent() ? Persons.read(customers.get(), rejects) : null;
        RawFileSpec main = entry.mainFile();
        FieldTable orders = table(required(entry, main, files), main, entry);
        return new SequentialBatches(
                main.name(),
                refused -> new OrderSource(entry, orders, payments, held, persons, refused),
                interest);
    }

    /**
     * Opens an outside file; its header tells whether it is in the canonical form or the schema of the bank's main
     * file.
     *
     * @param rejects receives what is not valid
     * @throws DataFault naming file, line 1, expected and found, if it is neither
     */
    public RowSource openUpload(BankEntry entry, RawObject file, Rejects rejects) throws IOException {
        RawScanner scanner = file.open(objects);
        try {
            RawHeader header = RawHeader.read(file.name(), scanner);
            if (CanonicalSource.recognises(header)) {
                return new CanonicalSource(file.name(), scanner, header, rejects);
            }
            if (!entry.isRaw() || entry.rawMapping().amount() == null) {
                throw new DataFault(file.name() + " line 1: bank " + entry.bank()
                        + " has no raw schema of one file, expected the columns " + PartColumns.SHARED + ", found "
                        + header.names());
            }
            RawFileSpec spec = entry.mainFile().named(file.name());
            return new TabularSource(entry, new FieldTable(scanner, header, spec, entry.rules()), null, rejects);
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }

    private static RawObject required(BankEntry entry, RawFileSpec spec, RawFiles files) {
        return files.find(spec.name())
                .orElseThrow(
                        () -> new DataFault("bank " + entry.bank() + ": the raw file " + spec.name() + " is missing"));
    }

    private Optional<FieldTable> table(BankEntry entry, RawFileSpec spec, RawFiles files) throws IOException {
        Optional<RawObject> file = files.find(spec.name());
        return file.isEmpty() ? Optional.empty() : Optional.of(table(file.get(), spec, entry));
    }

    private FieldTable table(RawObject file, RawFileSpec spec, BankEntry entry) throws IOException {
        RawScanner scanner = file.open(objects);
        try {
            return new FieldTable(scanner, RawHeader.read(spec.name(), scanner), spec, entry.rules());
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }
}
