package io.payscope.datasets.map;

import io.payscope.datasets.quality.HeaderWarning;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a bank's raw files, a batch at a time, in the order of the file. */
public interface BatchSource extends Closeable {

    /** @return names of the numeric features, in order */
    List<String> features();

    /** @return what was odd about the headers of all files */
    List<HeaderWarning> warnings();

    /** @return whether rows have ids of their own, and not the hash of their values */
    boolean hasOwnIds();

    /** @return a row of the right size to be filled from a batch */
    MappedRow newRow();

    /**
     * Reads on.
     *
     * @return rows, which may be none, valid until the next call; null at the end
     */
    @Nullable
    RowBatch next() throws IOException;

    /** @return data rows in all batches so far, refused ones included */
    long rowsRead();
}
