package io.payscope.datasets.map;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The valid rows of a bank's raw files, one at a time; what is not valid goes to the rejects. */
public interface RowSource extends Closeable {

    /** @return names of the numeric features, in order */
    List<String> features();

    /** @return a row of the right size to be filled by {@link #next} */
    MappedRow newRow();

    /**
     * Moves to the next valid row.
     *
     * @param row is filled with it
     * @return false at the end
     */
    boolean next(MappedRow row) throws IOException;

    /** Refuses the row just read for a reason that only its reader can know. */
    void refuse(String column, String rule, String value) throws IOException;

    /** @return the line that the row just read begins on */
    long line();

    /** @return data rows read so far, refused ones included */
    long rowsRead();
}
