package io.payscope.wire.dataset;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.util.Iterator;

/**
 * A part that proves while it is read that it is the one its reference names. The proof comes with the end of the
 * rows: who reads until {@link Iterator#hasNext()} answers false before committing commits nothing unproven. Not
 * thread-safe.
 */
public final class VerifiedPart implements AutoCloseable {

    private final PartRef part;
    private final PartReader reader;

    private VerifiedPart(PartRef part, PartReader reader) {
        this.part = part;
        this.reader = reader;
    }

    /**
     * Opens a part.
     *
     * @param manifests where parts are
     * @param bank the bank that the rows belong to
     * @param part the part
     * @throws DataFault if there is no such part or it is not a canonical one
     * @throws TransientFault if reading it stops
     */
    public static VerifiedPart open(Manifests manifests, BankId bank, PartRef part) {
        try {
            return new VerifiedPart(part, manifests.open(bank, part));
        } catch (IOException e) {
            throw new TransientFault(part.key() + ": cannot be opened", e);
        }
    }

    /**
     * The rows without their features.
     *
     * @return a single-use iterator; where it would end it throws {@link DataFault} unless everything read has the
     *     hash and the number of rows that the reference names
     */
    public Iterator<CanonicalTransaction> transactions() {
        return new Verified(reader.transactions());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new TransientFault(part.key() + ": cannot be closed", e);
        }
    }

    private final class Verified implements Iterator<CanonicalTransaction> {

        private final Iterator<CanonicalTransaction> rows;
        private long count;

        Verified(Iterator<CanonicalTransaction> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (rows.hasNext()) {
                return true;
            }
            verify();
            return false;
        }

        @Override
        public CanonicalTransaction next() {
            CanonicalTransaction row = rows.next();
            count++;
            return row;
        }

        private void verify() {
            if (count != part.rows()) {
                throw new DataFault(part.key() + ": expected " + part.rows() + " rows, found " + count);
            }
            String found = reader.sha256();
            if (!found.equals(part.sha256())) {
                throw new DataFault(part.key() + ": expected sha256 " + part.sha256() + ", found " + found);
            }
        }
    }
}
