package io.payscope.datasets.map;

import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.quality.FileProfile;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.RefusalSink;
import io.payscope.datasets.raw.RawScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a main file are mapped, wherever in the file they lie; any thread may open sources.
 *
 * @param entry the bank
 * @param layout the fields of the file
 * @param side the joined file, or null
 * @param sideWarnings what was odd about the header of the joined file
 */
record TabularMapping(
        BankEntry entry, FieldLayout layout, @Nullable SideTable side, List<HeaderWarning> sideWarnings) {

    TabularMapping {
        sideWarnings = List.copyOf(sideWarnings);
    }

    /** The file's name. */
    String file() {
        return layout.file;
    }

    /** What was odd about the headers of both files. */
    List<HeaderWarning> warnings() {
        List<HeaderWarning> all = new ArrayList<>(layout.warnings());
        all.addAll(sideWarnings);
        return all;
    }

    /**
     * Maps what a scanner reads.
     *
     * @param scanner stands before a data row; closed with the source
     * @param refused takes what is not valid
     * @param profile takes the values of every valid row, or null
     */
    TabularSource open(RawScanner scanner, RefusalSink refused, @Nullable FileProfile profile) {
        return new TabularSource(
                entry, new FieldTable(scanner, layout, profile), side == null ? null : side.view(), refused);
    }
}
