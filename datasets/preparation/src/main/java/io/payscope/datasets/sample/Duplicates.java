package io.payscope.datasets.sample;

import io.payscope.datasets.map.RowBatch;
import io.payscope.datasets.primitive.LongSet;
import io.payscope.datasets.primitive.LongTable;

/**
 * Tells first rows from copies by 64 bits of their id's hash and 64 bits of their values' hash; at ten million rows two
 * different ids share theirs with a probability below 3e-6. Memory: see {@link LongTable} where rows have ids of their
 * own, and {@link LongSet} where a row's id is the hash of its values. Not thread-safe.
 */
public final class Duplicates {

    private final LongSet contents = new LongSet();
    private final LongTable contentById = new LongTable();
    private Verdict[] verdicts = new Verdict[0];

    /** What a row is to the rows before it. */
    public enum Verdict {
        /** Its id has not been seen. */
        FIRST,
        /** Its id and all its values have been seen. */
        COPY,
        /** Its id has been seen with other values. */
        CONFLICT
    }

    /**
     * Remembers all rows of a batch. One after the other without anything in between, they wait for memory together.
     *
     * @param ownIds whether rows have ids of their own
     * @return a verdict for each row, valid until the next batch
     */
    public Verdict[] add(RowBatch batch, boolean ownIds) {
        if (verdicts.length < batch.size()) {
            verdicts = new Verdict[batch.size() * 2];
        }
        for (int row = 0; row < batch.size(); row++) {
            verdicts[row] = ownIds ? add(batch.idHash(row), batch.content(row)) : add(batch.content(row));
        }
        return verdicts;
    }

    /**
     * Remembers a row that has an id of its own.
     *
     * @param id hash of the id
     * @param content hash of the values
     */
    public Verdict add(long id, long content) {
        int before = contentById.size();
        long known = contentById.putIfAbsent(id, content);
        if (contentById.size() > before) {
            return Verdict.FIRST;
        }
        return known == content ? Verdict.COPY : Verdict.CONFLICT;
    }

    private Verdict add(long content) {
        return contents.add(content) ? Verdict.FIRST : Verdict.COPY;
    }
}
