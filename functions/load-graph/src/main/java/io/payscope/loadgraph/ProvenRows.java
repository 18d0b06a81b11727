package io.payscope.loadgraph;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.VerifiedPart;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part, read twice: once to its end for the proof, then for the rows (and the proof again, should the
 * object have been replaced between). Reading costs a hundredth of what loading does. Nothing is read before the first
 * row is asked for.
 */
final class ProvenRows implements Iterator<CanonicalTransaction>, AutoCloseable {

    private final Manifests manifests;
    private final BankId bank;
    private final PartRef reference;
    private @Nullable VerifiedPart part;
    private @Nullable Iterator<CanonicalTransaction> rows;

    ProvenRows(Manifests manifests, BankId bank, PartRef reference) {
        this.manifests = manifests;
        this.bank = bank;
        this.reference = reference;
    }

    @Override
    public boolean hasNext() {
        return rows().hasNext();
    }

    @Override
    public CanonicalTransaction next() {
        return rows().next();
    }

    private Iterator<CanonicalTransaction> rows() {
        if (rows == null) {
            prove();
            part = VerifiedPart.open(manifests, bank, reference);
            rows = part.transactions();
        }
        return rows;
    }

    private void prove() {
        try (VerifiedPart whole = VerifiedPart.open(manifests, bank, reference)) {
            whole.transactions().forEachRemaining(_ -> {});
        }
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
        }
    }
}
