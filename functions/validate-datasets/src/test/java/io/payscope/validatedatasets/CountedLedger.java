package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import java.util.List;

/** A ledger whose counts of bank 3 a test sets; every other bank has nothing. */
final class CountedLedger implements LedgerReader {

    LedgerCensus census = new LedgerCensus(0, 0, 0, 0, 0);

    @Override
    public LedgerCensus census(BankId bank) {
        return bank.value() == 3 ? census : new LedgerCensus(0, 0, 0, 0, 0);
    }

    @Override
    public List<TimeBucket> buckets(BankId bank, Grain grain) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PartyProfile> profiles(BankId bank, PartySide side, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CanonicalTransaction> largestFrauds(BankId bank, int limit) {
        throw new UnsupportedOperationException();
    }
}
