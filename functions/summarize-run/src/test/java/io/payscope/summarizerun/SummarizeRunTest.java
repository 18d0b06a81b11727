package io.payscope.summarizerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.audit.AuditEntry;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.DataSource;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.ModelOutcome.Kind;
import io.payscope.core.stage.ModelOutcome.Status;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.RunSummary;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.core.stage.Store;
import io.payscope.core.stage.SummarizeRunRequest;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerRuns;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SummarizeRunTest {

    private static final DatasetValidation MATCH = new DatasetValidation(DatasetValidation.Verdict.MATCH, List.of());

    private static EmbeddedLedger ledger;

    private final InMemoryObjects objects = new InMemoryObjects();
    private final SummarizeRun stage = new SummarizeRun(
            objects, new LedgerRuns(ledger.transactions()), new ModelRegistry(objects, Clock.systemUTC()));

    @BeforeAll
    static void start() throws SQLException {
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void wholeBanksSucceed() {
        RunSummary summary = stage.run(request(MATCH, whole(1), whole(2)));
        assertThat(summary)
                .isEqualTo(new RunSummary(
                        "run-1",
                        RunStatus.SUCCEEDED,
                        "s3://payscope-test/reports/run=run-1/summary.json",
                        "all 2 banks came through"));
    }

    @Test
    void reportsHoldTheWholeRunAndEveryModel() {
        SummarizeRunRequest request = request(MATCH, whole(1), failed(2));
        RunSummary summary = stage.run(request);
        RunReport report = read("reports/run=run-1/summary.json", RunReport.class);
        assertThat(report.status()).isEqualTo(summary.status());
        assertThat(report.run()).isEqualTo(request);
        assertThat(summary.message()).isEqualTo(String.join("; ", report.reasons()));
        assertThat(read("reports/run=run-1/ml_training_summary.json", TrainingReport.class))
                .isEqualTo(TrainingReport.of(request));
    }

    @Test
    void modelsThatExistAreRegisteredAndSummarisingAgainChangesNothing() {
        SummarizeRunRequest request = request(
                MATCH,
                bank(7, model(7, Kind.FRAUD, Status.BASIC), model(7, Kind.FORECAST, Status.TRAINED)),
                bank(8, model(8, Kind.FRAUD, Status.NOT_APPLICABLE), model(8, Kind.FORECAST, Status.NOT_TRAINABLE)));
        assertThat(stage.run(request)).isEqualTo(stage.run(request));
        LedgerQueries queries = new LedgerQueries(ledger.transactions());
        assertThat(queries.census(new BankId(7)).models()).isEqualTo(2);
        assertThat(queries.census(new BankId(8)).models()).isZero();
    }

    @Test
    void theEndOfARunAndAModelThatServesAreOnRecordOnce() {
        BankOutcome outcome = bank(9, model(9, Kind.FRAUD, Status.TRAINED), model(9, Kind.FORECAST, Status.TRAINED));
        ModelOutcome promoted = outcome.fraud();
        new ModelRegistry(objects, Clock.systemUTC())
                .register(
                        new BankId(9),
                        Kind.FRAUD,
                        new RegisteredModel("v1", promoted.modelKey(), "sha"),
                        "run-9",
                        _ -> PromotionVerdict.of(List.of(), "first"));
        SummarizeRunRequest request = new SummarizeRunRequest(
                "run-9", Instant.EPOCH, DataSource.SIMULATED, null, 42, List.of(outcome), MATCH);
        LedgerAudit audit = new LedgerAudit(ledger.transactions());
        long before = audit.head().seq();

        stage.run(request);
        stage.run(request);

        assertThat(audit.after(before, 10))
                .extracting(AuditEntry::event)
                .containsExactly(
                        new AuditEvent(
                                "pipeline",
                                "SYSTEM",
                                new BankId(9),
                                "model promotion",
                                AuditEvent.Outcome.DONE,
                                "FRAUD " + promoted.modelKey()),
                        new AuditEvent(
                                "pipeline",
                                "SYSTEM",
                                null,
                                "pipeline run",
                                AuditEvent.Outcome.DONE,
                                "run-9 ended SUCCEEDED"));
    }

    @Test
    void aFailedBankDegradesTheRunByName() {
        assertPartial("bank 2: prepare-dataset failed: DataFault: raw file missing", MATCH, whole(1), failed(2));
    }

    @Test
    void aModelThatTheCatalogExpectsDegradesTheRun() {
        assertPartial(
                "bank 3: no FRAUD model: why",
                MATCH,
                bank(3, model(3, Kind.FRAUD, Status.NOT_TRAINABLE), model(3, Kind.FORECAST, Status.TRAINED)));
    }

    @Test
    void neitherABaselineNorWhatIsNotApplicableDegradesTheRun() {
        BankOutcome fine = bank(4, model(4, Kind.FRAUD, Status.NOT_APPLICABLE), model(4, Kind.FORECAST, Status.BASIC));
        assertThat(stage.run(request(MATCH, fine)).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void skippedTrainingAndLoadingDoNotDegradeTheRun() {
        BankOutcome prepared = new BankOutcome(new BankId(1), null, null, null, prepared(1), null, null, null);
        assertThat(stage.run(request(MATCH, prepared)).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aSyntheticBankDrawnFromLessDegradesTheRun() {
        BankOutcome synthetic = new BankOutcome(new BankId(5), null, null, null, prepared(5, 2, 4), null, null, null);
        assertPartial("bank 5: drawn without bank 2, 4", MATCH, whole(2), synthetic);
    }

    @Test
    void aStoreThatDisagreesDegradesTheRun() {
        DatasetValidation mismatch = new DatasetValidation(
                DatasetValidation.Verdict.UNAVAILABLE,
                List.of(
                        finding(Store.LEDGER, 10, 10, DatasetValidation.Verdict.MATCH),
                        finding(Store.GRAPH, 10, 9, DatasetValidation.Verdict.MISMATCH),
                        finding(Store.VECTORS, 10, -1, DatasetValidation.Verdict.UNAVAILABLE)));
        assertPartial(
                "bank 1: transactions in GRAPH: expected 10, found 9; "
                        + "bank 1: transactions in VECTORS: the store did not answer",
                mismatch,
                whole(1));
    }

    @Test
    void manyFindingsAreCounted() {
        DatasetValidation mismatch = new DatasetValidation(
                DatasetValidation.Verdict.MISMATCH,
                IntStream.range(0, 7)
                        .mapToObj(i -> finding(Store.GRAPH, i, i + 1, DatasetValidation.Verdict.MISMATCH))
                        .toList());
        RunSummary summary = stage.run(request(mismatch, whole(1)));
        assertThat(summary.message()).endsWith("expected 4, found 5; 2 more findings of the validation");
    }

    @Test
    void aRunThatWasNotValidatedIsDegraded() {
        assertPartial("the stores were not validated", null, whole(1));
        assertPartial(
                "the validation ended with MISMATCH",
                new DatasetValidation(DatasetValidation.Verdict.MISMATCH, List.of()),
                whole(1));
    }

    @Test
    void noBankThroughIsAFailure() {
        assertThat(stage.run(request(MATCH, failed(1), failed(2))).status()).isEqualTo(RunStatus.FAILED);
        assertThat(stage.run(request(MATCH)))
                .extracting(RunSummary::status, RunSummary::message)
                .containsExactly(RunStatus.FAILED, "no bank was asked for");
    }

    @Test
    void theMessageIsOneLine() {
        BankOutcome verbose = new BankOutcome(
                new BankId(1),
                "load-ledger",
                "BugFault",
                "first\n\tsecond " + "x".repeat(1000),
                null,
                null,
                null,
                null);
        assertThat(stage.run(request(MATCH, verbose, whole(2))).message())
                .startsWith("bank 1: load-ledger failed: BugFault: first second xxx")
                .hasSizeLessThan(400)
                .doesNotContain("\n");
    }

    private void assertPartial(String message, @Nullable DatasetValidation validation, BankOutcome... banks) {
        assertThat(stage.run(request(validation, banks)))
                .extracting(RunSummary::status, RunSummary::message)
                .containsExactly(RunStatus.PARTIAL, message);
    }

    private <T> T read(String key, Class<T> type) {
        return JsonCodec.decode(objects.find(key).orElseThrow().body(), type);
    }

    private static SummarizeRunRequest request(@Nullable DatasetValidation validation, BankOutcome... banks) {
        return new SummarizeRunRequest(
                "run-1", Instant.EPOCH, DataSource.SIMULATED, null, 42, List.of(banks), validation);
    }

    private static BankOutcome whole(int bank) {
        return bank(bank, model(bank, Kind.FRAUD, Status.TRAINED), model(bank, Kind.FORECAST, Status.TRAINED));
    }

    private static BankOutcome bank(int bank, ModelOutcome fraud, ModelOutcome forecast) {
        BankId id = new BankId(bank);
        return new BankOutcome(
                id, null, null, null, prepared(bank), new CompletedUpload(id, "u", 10, 10, 10, 3), fraud, forecast);
    }

    private static BankOutcome failed(int bank) {
        return new BankOutcome(
                new BankId(bank), "prepare-dataset", "DataFault", "raw file missing", null, null, null, null);
    }

    private static PreparedDataset prepared(int bank, int... missing) {
        List<BankId> missingBanks = IntStream.of(missing).mapToObj(BankId::new).toList();
        return new PreparedDataset(new BankId(bank), new ManifestRef("b", "k", "s", 10), 0, 100, missingBanks, null);
    }

    private static ModelOutcome model(int bank, Kind kind, Status status) {
        boolean exists = Stream.of(Status.TRAINED, Status.BASIC).anyMatch(status::equals);
        return new ModelOutcome(
                new BankId(bank),
                kind,
                status,
                status == Status.TRAINED ? "" : "why",
                exists ? "models/bank=" + bank + "/" + kind + "/v1/card.json" : null,
                exists ? "sha" : null,
                Map.of());
    }

    private static Finding finding(Store store, long expected, long found, DatasetValidation.Verdict verdict) {
        return new Finding(new BankId(1), store, "transactions", expected, found, verdict);
    }
}
