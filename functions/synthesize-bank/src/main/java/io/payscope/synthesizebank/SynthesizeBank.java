package io.payscope.synthesizebank;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.claim.OnceOnly;
import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.output.Datasets;
import io.payscope.datasets.synthesize.BankSynthesis;
import java.nio.file.Path;
import java.time.Clock;

/** Draws bank 5 from the prepared banks at hand and names the missing ones. */
public final class SynthesizeBank implements Stage<SynthesizeBankRequest, PreparedDataset> {

    private static final String STAGE = "synthesize-bank";

    private final ObjectStore objects;
    private final OnceOnly once;
    private final Catalog catalog;
    private final BankSynthesis synthesis;

    /**
     * @param objects where the sources lie and the dataset goes
     * @param claims keeps an effect from being done twice
     * @param catalog what is known about the banks
     * @param folder for temporary files
     * @param clock tells when a manifest was made
     */
    public SynthesizeBank(ObjectStore objects, Claims claims, Catalog catalog, Path folder, Clock clock) {
        this.objects = objects;
        this.once = new OnceOnly(claims);
        this.catalog = catalog;
        this.synthesis = new BankSynthesis(objects, catalog, folder, clock, new LogisticUtility());
    }

    @Override
    public PreparedDataset run(SynthesizeBankRequest request) {
        if (catalog.entry(request.bankId()).isRaw()) {
            throw new DataFault("bank " + request.bankId() + ": has raw files, it is made by prepare-dataset");
        }
        if (request.rowsPerBank() != null && request.rowsPerBank() < 1) {
            throw new DataFault("rowsPerBank: expected a number from 1, found " + request.rowsPerBank());
        }
        return once.run(
                new EffectKey(request.bankId(), STAGE, synthesis.datasetId(request)),
                request.runId(),
                PreparedDataset.class,
                result -> Datasets.isWhole(objects, result.manifest()),
                () -> synthesis.synthesize(request));
    }
}
