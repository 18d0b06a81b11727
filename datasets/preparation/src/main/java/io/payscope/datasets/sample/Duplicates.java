package io.payscope.datasets.sample;

import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.primitive.LongTable;

/**
 * Tells first rows from copies by 64 bits of their id's hash and 64 bits of their values' hash; at ten million rows two
 * different ids share theirs with a probability below 3e-6. Memory: see {@link LongTable}. Not thread-safe.
 */
public final class Duplicates {

    private final LongTable contentById = new LongTable();

    /** What a row is to the rows before it. */
    public enum Verdict {
        /** Its id has not been seen. */
        FIRST,
        /** Its id and all its values have been seen. */
        COPY,
        /** Its id has been seen with other values. */
        CONFLICT
    }

    /** Remembers a row. */
    public Verdict add(MappedRow row) {
        long id = row.id.hash();
        long content = row.hashHigh;
        int before = contentById.size();
        long known = contentById.putIfAbsent(id, content);
        if (contentById.size() > before) {
            return Verdict.FIRST;
        }
        return known == content ? Verdict.COPY : Verdict.CONFLICT;
    }
}
