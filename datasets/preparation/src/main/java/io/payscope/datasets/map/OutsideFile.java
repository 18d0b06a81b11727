package io.payscope.datasets.map;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.CanonicalRules;
import io.payscope.datasets.quality.DatasetProfile;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.wire.part.PartColumns;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file that someone sent, opened as rows.
 *
 * @param rows its rows, one at a time
 * @param profile takes the values of the file's columns while the rows are read; who reads tells it of the rows
 * @param warnings about its header
 */
public record OutsideFile(RowSource rows, DatasetProfile profile, List<HeaderWarning> warnings) implements Closeable {

    public OutsideFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Opens an outside file; its header tells whether it is in the canonical form or the schema of the bank's main
     * file.
     *
     * @param objects where the file lies
     * @param rejects receives what is not valid
     * @throws DataFault naming file, line 1, expected and found, if it is neither
     */
    public static OutsideFile open(ObjectStore objects, BankEntry entry, RawObject file, Rejects rejects)
            throws IOException {
        RawScanner scanner = file.open(objects);
        try {
            RawHeader header = RawHeader.read(file.name(), scanner);
            return CanonicalSource.recognises(header)
                    ? canonical(file, scanner, header, rejects)
                    : raw(entry, file, scanner, header, rejects);
        } catch (IOException | RuntimeException e) {
            scanner.close();
            throw e;
        }
    }

    private static OutsideFile canonical(RawObject file, RawScanner scanner, RawHeader header, Rejects rejects) {
        RawFileSpec spec = CanonicalSource.spec(file.name(), header);
        DatasetProfile profile = new DatasetProfile(List.of(spec));
        FieldLayout layout = new FieldLayout(header, spec, CanonicalRules.all());
        FieldTable table = new FieldTable(scanner, layout, profile.file(spec.name()));
        return new OutsideFile(new CanonicalSource(spec, table, rejects), profile, layout.warnings());
    }

    private static OutsideFile raw(
            BankEntry entry, RawObject file, RawScanner scanner, RawHeader header, Rejects rejects) {
        if (!entry.isRaw() || entry.rawMapping().amount() == null) {
            throw new DataFault(file.name() + " line 1: bank " + entry.bank()
                    + " has no raw schema of one file, expected the columns " + PartColumns.SHARED + ", found "
                    + header.names());
        }
        RawFileSpec spec = entry.mainFile().named(file.name());
        DatasetProfile profile = new DatasetProfile(List.of(spec));
        FieldLayout layout = new FieldLayout(header, spec, entry.rules());
        FieldTable table = new FieldTable(scanner, layout, profile.file(spec.name()));
        return new OutsideFile(new TabularSource(entry, table, null, rejects), profile, layout.warnings());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
