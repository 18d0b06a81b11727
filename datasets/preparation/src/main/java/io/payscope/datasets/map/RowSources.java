package io.payscope.datasets.map;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.wire.part.PartColumns;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Opens the raw files of a bank as rows. */
public final class RowSources {

    /** Places of the joined files in the catalog of the bank whose amount is computed. */
    private static final int PAYMENTS = 1;

    private static final int ITEMS = 2;
    private static final int CUSTOMERS = 3;

    private final ObjectStore objects;

    public RowSources(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Opens a bank's raw files.
     *
     * @param rejects receives what is not valid
     * @throws DataFault naming file, line 1, expected and found, if a header is wrong
     */
    public RowSource open(BankEntry entry, RawFiles files, Rejects rejects) throws IOException {
        if (entry.rawMapping().amount() == null) {
            return orders(entry, files, rejects);
        }
        SideTable side = null;
        for (RawFileSpec spec : entry.files().subList(1, entry.files().size())) {
            Optional<FieldTable> joined = table(entry, spec, files);
            if (joined.isPresent()) {
                String key = Objects.requireNonNull(entry.rawMapping().transactionId(), "the join needs a key");
                side = SideTable.read(joined.get(), key, rejects);
            }
        }
        return new TabularSource(entry, required(entry, entry.mainFile(), files), side, rejects);
    }

    private RowSource orders(BankEntry entry, RawFiles files, Rejects rejects) throws IOException {
        OrderPayments payments =
                OrderPayments.read(required(entry, entry.files().get(PAYMENTS), files), rejects);
        Optional<FieldTable> items = table(entry, entry.files().get(ITEMS), files);
        OrderItems held = items.isPresent() ? OrderItems.read(items.get(), rejects) : null;
        Optional<FieldTable> customers = table(entry, entry.files().get(CUSTOMERS), files);
        Persons persons = customers.isPresent() ? Persons.read(customers.get(), rejects) : null;
        return new OrderSource(entry, required(entry, entry.mainFile(), files), payments, held, persons, rejects);
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

    private FieldTable required(BankEntry entry, RawFileSpec spec, RawFiles files) throws IOException {
        return table(entry, spec, files)
                .orElseThrow(
                        () -> new DataFault("bank " + entry.bank() + ": the raw file " + spec.name() + " is missing"));
    }

    private Optional<FieldTable> table(BankEntry entry, RawFileSpec spec, RawFiles files) throws IOException {
        Optional<RawObject> file = files.find(spec.name());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        RawScanner scanner = file.get().open(objects);
        try {
            return Optional.of(new FieldTable(scanner, RawHeader.read(spec.name(), scanner), spec, entry.rules()));
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }
}
