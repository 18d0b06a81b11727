package io.payscope.apiadmin;

import io.payscope.core.audit.AuditEntry;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.audit.AuditLog;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.port.BankErasure;
import io.payscope.core.port.BucketSpan;
import io.payscope.core.port.ModelRecord;
import io.payscope.core.port.RegisterReader;
import io.payscope.core.port.RunRecord;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.DatasetValidation.Verdict;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.core.stage.Store;
import io.payscope.core.stage.ValidateDatasetsRequest;
import io.payscope.http.RecordedAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that hold a little, and are down when told so. */
final class ScriptedStores implements RegisterReader, AuditLog {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final RecordedAudit audit = new RecordedAudit();
    final Set<Store> down = EnumSet.noneOf(Store.class);
    final Map<Store, Long> held = new EnumMap<>(Store.class);
    final List<Store> erased = new ArrayList<>();
    int registerCalls;

    AdminStores stores() {
        return new AdminStores(
                this::validate,
                this,
                this,
                event -> {
                    check(Store.LEDGER);
                    audit.append(event);
                },
                List.of(new Erasure(Store.LEDGER), new Erasure(Store.GRAPH), new Erasure(Store.OBJECTS)));
    }

    private DatasetValidation validate(ValidateDatasetsRequest request) {
        List<Finding> findings = request.banks().stream()
                .flatMap(bank -> List.of(Store.LEDGER, Store.GRAPH).stream().map(store -> finding(bank, store)))
                .toList();
        return new DatasetValidation(down.isEmpty() ? Verdict.MATCH : Verdict.UNAVAILABLE, findings);
    }

    private Finding finding(BankId bank, Store store) {
        return down.contains(store)
                ? new Finding(bank, store, "transactions", 7, -1, Verdict.UNAVAILABLE)
                : new Finding(bank, store, "transactions", 7, 7, Verdict.MATCH);
    }

    private void check(Store store) {
        if (down.contains(store)) {
            throw new TransientFault("host db-17:5432 refused the password of payscope_app");
        }
    }

    private final class Erasure implements BankErasure {

        private final Store store;

        Erasure(Store store) {
            this.store = store;
        }

        @Override
        public Store store() {
            return store;
        }

        @Override
        public long erase(BankId bank) {
            check(store);
            erased.add(store);
            Long removed = held.remove(store);
            return removed == null ? 0 : removed;
        }
    }

    private static RunRecord record(String id) {
        return new RunRecord(id, RunStatus.SUCCEEDED, "s3://b/reports/run=" + id + "/summary.json", "", START, START);
    }

    @Override
    public List<RunRecord> runs(@Nullable Instant before, int limit) {
        registerCalls++;
        check(Store.LEDGER);
        return before == null ? List.of(record("run-2"), record("run-1")).subList(0, Math.min(2, limit)) : List.of();
    }

    @Override
    public Optional<RunRecord> run(String runId) {
        check(Store.LEDGER);
        return runId.equals("run-1") ? Optional.of(record(runId)) : Optional.empty();
    }

    @Override
    public List<ModelRecord> models(BankId bank) {
        check(Store.LEDGER);
        return List.of(new ModelRecord(
                ModelOutcome.Kind.FRAUD, "models/card.json", "sha", ModelOutcome.Status.TRAINED, "run-1", START));
    }

    @Override
    public List<BucketSpan> buckets(BankId bank) {
        registerCalls++;
        check(Store.LEDGER);
        return List.of(new BucketSpan(Grain.DAY, 1, 7, START, START));
    }

    @Override
    public List<AuditEntry> after(long after, int limit) {
        return List.of();
    }

    @Override
    public AuditHead head() {
        check(Store.LEDGER);
        return new AuditHead(3, "h");
    }
}
