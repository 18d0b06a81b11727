package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.port.VectorCensus;
import org.jspecify.annotations.Nullable;

/** Vectors whose count of bank 3 a test sets; every other bank has none. */
final class CountedVectors implements VectorCensus {

    long count;

    @Nullable
    RuntimeException failure;

    @Override
    public long count(BankId bank) {
        if (failure != null) {
            throw failure;
        }
        return bank.value() == 3 ? count : 0;
    }
}
