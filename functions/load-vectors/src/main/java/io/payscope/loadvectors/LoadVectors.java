package io.payscope.loadvectors;

import io.payscope.core.claim.Claims;
import io.payscope.core.port.Document;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.VectorStore;
import io.payscope.core.stage.LoadVectorsRequest;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.Stage;
import io.payscope.wire.dataset.Receipts;
import java.util.List;

/**
 * Makes a bank's namespace hold exactly the documents that its ledger and graph give now. The same data gives
 * the same documents, so running it again, or after a crash, ends the same. Uploads of one bank take turns, and each
 * reads the stores within its turn: who writes last has read last.
 */
public final class LoadVectors implements Stage<LoadVectorsRequest, LoadedVectors> {

    private final LedgerReader ledger;
    private final GraphReader graph;
    private final VectorStore vectors;
    private final Receipts receipts;
    private final Turns turns;
    private final DocumentBudget budget;

    /**
     * @param ledger buckets, parties and frauds
     * @param graph counterparties
     * @param vectors where the documents go
     * @param receipts where it is written how many there are
     * @param claims on the writing of a bank's documents
     * @param maxDocuments documents of one bank, at most
     */
    public LoadVectors(
            LedgerReader ledger,
            GraphReader graph,
            VectorStore vectors,
            Receipts receipts,
            Claims claims,
            int maxDocuments) {
        this.ledger = ledger;
        this.graph = graph;
        this.vectors = vectors;
        this.receipts = receipts;
        this.turns = new Turns(claims);
        this.budget = new DocumentBudget(maxDocuments);
    }

    @Override
    public LoadedVectors run(LoadVectorsRequest request) {
        return turns.take(request.bankId(), request.uploadId(), () -> load(request));
    }

    private LoadedVectors load(LoadVectorsRequest request) {
        BankFacts facts = BankFacts.read(ledger, graph, request.bankId(), budget);
        List<Document> documents = BankDocuments.write(facts);
        vectors.replaceAll(request.bankId(), documents);
        LoadedVectors loaded = new LoadedVectors(request.bankId(), request.uploadId(), documents.size());
        receipts.write(loaded);
        return loaded;
    }
}
