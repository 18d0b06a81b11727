package io.payscope.datasets.map;

import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.raw.RawScanner;
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
     * @throws io.payscope.core.fault.DataFault naming file, line 1, expected and found, if a header is wrong
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
     * Opens one file in the schema of the bank's main file.
     *
     * @param scanner stands behind the header; closed with the rows
     */
    public RowSource openMain(BankEntry entry, RawScanner scanner, RawHeader header, Rejects rejects)
            throws IOException {
        return tabular(entry, new FieldTable(scanner, header, entry.mainFile(), entry.rules()), null, rejects);
    }

    private static RowSource tabular(
            BankEntry entry, FieldTable main, @Nullable SideTable side, Rejects rejects) throws IOException {
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
