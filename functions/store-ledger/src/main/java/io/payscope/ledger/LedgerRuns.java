package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.RunRegister;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ledger's record of runs and models. Each bank's models are one transaction of that bank, and the run follows
 * after all of them: a run that is recorded has its models recorded. The same model, trained again, stays one row.
 */
public final class LedgerRuns implements RunRegister {

    private static final String MODEL = """
        INSERT INTO model_registry
            (bank_id, model_key, model_sha256, kind, status, reason, metrics, run_id)
        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        ON CONFLICT (bank_id, model_key) DO UPDATE
            SET model_sha256 = EXCLUDED.model_sha256, status = EXCLUDED.status, reason = EXCLUDED.reason,
                metrics = EXCLUDED.metrics, run_id = EXCLUDED.run_id, recorded_at = EXCLUDED.recorded_at
        RETURNING xmax = 0\
        """;

    private static final String RUN = """
        INSERT INTO run_registry (run_id, status, summary_uri, message, started_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (run_id) DO UPDATE
            SET status = EXCLUDED.status, summary_uri = EXCLUDED.summary_uri, message = EXCLUDED.message,
                started_at = EXCLUDED.started_at, recorded_at = EXCLUDED.recorded_at
        RETURNING xmax = 0\
        """;

    /** Who acts where nobody called: the run itself. */
    private static final String PRINCIPAL = "pipeline";

    private static final String ROLE = "SYSTEM";

    private final TenantTransactions transactions;

    public LedgerRuns(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(RunSummary summary, Instant startedAt, List<ModelOutcome> models, Set<String> serving) {
        Map<BankId, List<ModelOutcome>> byBank = models.stream()
                .filter(LedgerRuns::exists)
                .collect(Collectors.groupingBy(ModelOutcome::bankId, TreeMap::new, Collectors.toList()));
        byBank.forEach((bank, ofBank) -> transactions.call(bank, "recording the models", connection -> {
            for (ModelOutcome model : ofBank) {
                if (insert(connection, model, summary.runId()) && serving.contains(model.modelKey())) {
                    LedgerAudit.append(connection, promotion(model));
                }
            }
            return ofBank.size();
        }));
        transactions.callWithoutBank("recording run " + summary.runId(), connection -> {
            boolean isNew = Sql.find(
                            connection,
                            row -> row.getBoolean(1),
                            RUN,
                            summary.runId(),
                            summary.status().name(),
                            summary.summaryUri(),
                            summary.message(),
                            startedAt)
                    .orElseThrow();
            return isNew ? LedgerAudit.append(connection, end(summary)) : 0;
        });
    }

    private static AuditEvent end(RunSummary summary) {
        AuditEvent.Outcome outcome =
                switch (summary.status()) {
                    case SUCCEEDED, PARTIAL -> AuditEvent.Outcome.DONE;
                    case FAILED -> AuditEvent.Outcome.FAILED;
                };
        return new AuditEvent(
                PRINCIPAL, ROLE, null, "pipeline run", outcome, summary.runId() + " ended " + summary.status());
    }

    private static AuditEvent promotion(ModelOutcome model) {
        return new AuditEvent(
                PRINCIPAL,
                ROLE,
                model.bankId(),
                "model promotion",
                AuditEvent.Outcome.DONE,
                model.kind() + " " + model.modelKey());
    }

    private static boolean exists(ModelOutcome model) {
        return switch (model.status()) {
            case TRAINED, BASIC -> true;
            case NOT_APPLICABLE, NOT_TRAINABLE -> false;
        };
    }

    /** @return whether the model was not on record */
    private static boolean insert(Connection connection, ModelOutcome model, String runId) throws SQLException {
        return Sql.find(
                        connection,
                        row -> row.getBoolean(1),
                        MODEL,
                        model.bankId().value(),
                        model.modelKey(),
                        model.modelSha256(),
                        model.kind().name(),
                        model.status().name(),
                        model.reason(),
                        new String(JsonCodec.encode(model.metrics()), StandardCharsets.UTF_8),
                        runId)
                .orElseThrow();
    }
}
