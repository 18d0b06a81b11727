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
import org.jspecify.annotations.Nullable;

/** Opens the raw files of a bank as rows. */
public final class RowSources {

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
        SideTable side = null;
        for (RawFileSpec spec : entry.files().subList(1, entry.files().size())) {
            Optional<RawObject> file = files.find(spec.name());
            if (file.isPresent()) {
                String key = Objects.requireNonNull(entry.rawMapping().transactionId(), "the join needs a key");
                side = SideTable.read(table(entry, spec, file.get()), key, rejects);
            }
        }
        FieldTable main = table(entry, entry.mainFile(), files.get(entry.mainFile().name()));
        return tabular(entry, main, side, rejects);
    }

    /**
     * Opens an outside file; its header tells whether it is in the canonical form or the schema of the bank's main file.
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
            return tabular(entry, new FieldTable(scanner, header, spec, entry.rules()), null, rejects);
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }

    private static RowSource tabular(
            BankEntry entry, FieldTable main, @Nullable SideTable side, Rejects rejects) {
        return new TabularSource(entry, main, side, rejects);
    }

    private FieldTable table(BankEntry entry, RawFileSpec spec, RawObject file) throws IOException {
        RawScanner scanner = file.open(objects);
        try {
            return new FieldTable(scanner, RawHeader.read(spec.name(), scanner), spec, entry.rules());
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }
}
