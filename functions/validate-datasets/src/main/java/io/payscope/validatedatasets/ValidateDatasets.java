package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.port.VectorCensus;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.DatasetValidation.Verdict;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.ValidateDatasetsRequest;
import java.util.List;

/**
 * Holds what the stores hold at this moment against what the receipts say they were given. A store that does not
 * answer leaves the findings of the others intact.
 */
public final class ValidateDatasets implements Stage<ValidateDatasetsRequest, DatasetValidation> {

    private final LedgerReader ledger;
    private final GraphReader graph;
    private final VectorCensus vectors;
    private final ObjectStore objects;

    /**
     * Makes the stage.
     *
     * @param ledger counted
     * @param graph counted
     * @param vectors counted
     * @param objects counted, and where the receipts are
     */
    public ValidateDatasets(LedgerReader ledger, GraphReader graph, VectorCensus vectors, ObjectStore objects) {
        this.ledger = ledger;
        this.graph = graph;
        this.vectors = vectors;
        this.objects = objects;
    }

    @Override
    public DatasetValidation run(ValidateDatasetsRequest request) {
        List<Finding> findings = request.banks().stream()
                .distinct()
                .flatMap(bank -> findings(bank).stream())
                .toList();
        Verdict worst = findings.stream().map(Finding::verdict).reduce(Verdict.MATCH, ValidateDatasets::worse);
        return new DatasetValidation(worst, findings);
    }

    private List<Finding> findings(BankId bank) {
        return new BankValidation(bank, new Expectations(objects, bank)).run(ledger, graph, vectors);
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
