package io.payscope.datasets.map;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.DatasetProfile;
import io.payscope.datasets.quality.FileProfile;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.raw.RawBlocks;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.raw.RawScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the raw files of a bank as rows. */
public final class RowSources {

    /** Places of the joined files in the catalog of the bank whose amount is computed. */
    private static final int PAYMENTS = 1;

    private static final int ITEMS = 2;
    private static final int CUSTOMERS = 3;
    private static final int PRODUCTS = 4;

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
     * @param profile takes the values of all valid rows, or null
     * @throws DataFault naming file, line 1, expected and found, if a header is wrong
     */
    public BatchSource open(
            BankEntry entry, RawFiles files, Interest interest, Rejects rejects, @Nullable DatasetProfile profile)
            throws IOException {
        Tables tables = new Tables(entry, files, profile);
        return entry.rawMapping().amount() == null
                ? orders(tables, interest, rejects)
                : tabular(tables, interest, rejects);
    }

    private BatchSource tabular(Tables tables, Interest interest, Rejects rejects) throws IOException {
        BankEntry entry = tables.entry;
        List<HeaderWarning> warnings = new ArrayList<>();
        SideTable side = null;
        for (RawFileSpec spec : entry.files().subList(1, entry.files().size())) {
            FieldTable joined = tables.find(spec);
            if (joined != null) {
                String key = Objects.requireNonNull(entry.rawMapping().transactionId(), "the join needs a key");
                warnings.addAll(joined.warnings());
                side = SideTable.read(joined, key, rejects);
            }
        }
        RawFileSpec spec = entry.mainFile();
        RawScanner scanner = tables.file(spec).open(objects);
        try {
            FieldLayout layout = new FieldLayout(RawHeader.read(spec.name(), scanner), spec, entry.rules());
            TabularMapping mapping = new TabularMapping(entry, layout, side, warnings);
            return new ParallelBatches(
                    mapping, scanner, tables.profile(spec), interest, threads, RawBlocks.BLOCK_BYTES);
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }

    private static BatchSource orders(Tables tables, Interest interest, Rejects rejects) throws IOException {
        List<RawFileSpec> specs = tables.entry.files();
        List<HeaderWarning> warnings = new ArrayList<>();
        FieldTable paid = tables.open(specs.get(PAYMENTS));
        warnings.addAll(paid.warnings());
        OrderPayments payments = OrderPayments.read(paid, rejects);
        FieldTable sold = tables.find(specs.get(PRODUCTS));
        warnings.addAll(sold == null ? List.of() : sold.warnings());
        Products products = sold == null ? Products.none() : Products.read(sold, rejects);
        FieldTable items = tables.find(specs.get(ITEMS));
        warnings.addAll(items == null ? List.of() : items.warnings());
        OrderItems held = items == null ? null : OrderItems.read(items, products, rejects);
        FieldTable customers = tables.find(specs.get(CUSTOMERS));
        warnings.addAll(customers == null ? List.of() : customers.warnings());
        Persons persons = customers == null ? null : Persons.read(customers, rejects);
        FieldTable orders = tables.open(tables.entry.mainFile());
        warnings.addAll(orders.warnings());
        return new SequentialBatches(
                tables.entry.mainFile().name(),
                refused -> new OrderSource(tables.entry, orders, payments, held, persons, refused),
                interest,
                warnings);
    }

    /** The files of one bank. */
    private final class Tables {

        private final BankEntry entry;
        private final RawFiles files;
        private final @Nullable DatasetProfile profile;

        private Tables(BankEntry entry, RawFiles files, @Nullable DatasetProfile profile) {
            this.entry = entry;
            this.files = files;
            this.profile = profile;
        }

        private @Nullable FileProfile profile(RawFileSpec spec) {
            return profile == null ? null : profile.file(spec.name());
        }

        private RawObject file(RawFileSpec spec) {
            return files.find(spec.name())
                    .orElseThrow(() ->
                            new DataFault("bank " + entry.bank() + ": the raw file " + spec.name() + " is missing"));
        }

        private @Nullable FieldTable find(RawFileSpec spec) throws IOException {
            return files.find(spec.name()).isPresent() ? open(spec) : null;
        }

        private FieldTable open(RawFileSpec spec) throws IOException {
            RawScanner scanner = file(spec).open(objects);
            try {
                RawHeader header = RawHeader.read(spec.name(), scanner);
                return new FieldTable(scanner, new FieldLayout(header, spec, entry.rules()), profile(spec));
            } catch (IOException | RuntimeException e) {
                scanner.close();
                throw e;
            }
        }
    }
}
