package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.SummarizeRunRequest;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.host.StageName;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two definitions, executed over made-up functions that answer in the real contracts. */
class PipelineDefinitionTest {

    private static final String REF = "{\"bucket\":\"payscope-test\",\"key\":\"k%s\",\"sha256\":\"s\",\"rows\":10}";

    private final InMemoryObjects objects = new InMemoryObjects();
    private DefinitionsRun run;

    @BeforeEach
    void allFunctionsWork() throws IOException {
        objects.put("parts.json", parts(2), "application/json");
        run = new DefinitionsRun(objects, new HurriedTime())
                .with(StageName.CHECK_SERVICES, _ -> "{\"services\":[]}")
                .with(StageName.PREPARE_DATASET, event -> prepared(bank(event)))
                .with(StageName.SYNTHESIZE_BANK, _ -> prepared(5))
                .with(StageName.REGISTER_UPLOAD, event -> registered(event, "CLAIMED"))
                .with(StageName.NORMALIZE_UPLOAD, event -> normalized(bank(event)))
                .with(StageName.LOAD_LEDGER, _ -> "{}")
                .with(StageName.LOAD_GRAPH, _ -> "{}")
                .with(StageName.ROLL_UP_LEDGER, _ -> "{}")
                .with(StageName.LOAD_VECTORS, _ -> "{}")
                .with(StageName.COMPLETE_UPLOAD, event -> closed(bank(event)))
                .with(StageName.TRAIN_FRAUD, event -> model(bank(event), "FRAUD"))
                .with(StageName.TRAIN_FORECAST, event -> model(bank(event), "FORECAST"))
                .with(StageName.VALIDATE_DATASETS, _ -> "{\"verdict\":\"MATCH\",\"findings\":[]}")
                .with(StageName.SUMMARIZE_RUN, _ -> summary("SUCCEEDED"));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void fiveBanksGoThroughEveryStage() throws InterruptedException {
        ExecutionEnd end = run.run("pipeline", "{\"source\":\"simulated\",\"seed\":7}");

        assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.calls(StageName.PREPARE_DATASET)).hasSize(4).allMatch(call -> call.contains("\"SIMULATED\""));
        assertThat(run.calls(StageName.LOAD_LEDGER)).hasSize(10);
        assertThat(run.calls(StageName.LOAD_GRAPH)).hasSize(10);
        assertThat(summarized().banks()).hasSize(5).allSatisfy(bank -> {
            assertThat(bank.failedStage()).isNull();
            assertThat(bank.upload()).isNotNull();
            assertThat(bank.fraud()).isNotNull();
            assertThat(bank.forecast()).isNotNull();
        });
    }

    @Test
    void oneBankAloneIsStillAList() throws InterruptedException {
        run.run("pipeline", "{\"banks\":[3]}");

        assertThat(summarized().banks()).hasSize(1);
        assertThat(run.calls(StageName.SYNTHESIZE_BANK)).isEmpty();
    }

    @Test
    void aBankThatFailsIsSetAsideAndTheSyntheticBankDoesWithoutIt() throws InterruptedException {
        run.with(StageName.PREPARE_DATASET, event -> {
                    if (bank(event) == 2) {
                        throw new DataFault("bank 2: train_transaction.csv is missing");
                    }
                    return prepared(bank(event));
                })
                .with(StageName.SUMMARIZE_RUN, _ -> summary("PARTIAL"));

        ExecutionEnd end = run.run("pipeline", "{}");

        assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(end.error()).contains("RunPartial");
        assertThat(end.cause()).hasValueSatisfying(cause -> assertThat(cause).startsWith("s3://b/summary.json"));
        assertThat(summarized().banks().get(1)).satisfies(bank -> {
            assertThat(bank.failedStage()).isEqualTo("prepare-dataset");
            assertThat(bank.error()).isEqualTo(DataFault.class.getName());
            assertThat(bank.cause()).isEqualTo("bank 2: train_transaction.csv is missing");
        });
        String event = run.calls(StageName.SYNTHESIZE_BANK).getFirst().replaceFirst("^\\S+ ", "");
        assertThat(decode(event, SynthesizeBankRequest.class).sources()).hasSize(3);
    }

    @Test
    void aPartThatFailsFailsItsUploadAndGivesTheClaimUpWhileTheOthersAreLoaded() throws InterruptedException {
        run.with(StageName.LOAD_LEDGER, event -> {
            if (decode(event, LoadPartRequest.class).part().index() == 1) {
                throw new DataFault("part 1: hash differs");
            }
            return "{}";
        });

        run.run("pipeline", "{\"banks\":[3]}");

        assertThat(run.calls(StageName.LOAD_LEDGER)).hasSize(2);
        assertThat(run.calls(StageName.LOAD_GRAPH)).hasSize(2);
        assertThat(run.calls(StageName.ROLL_UP_LEDGER))
                .as("what was loaded is rolled up")
                .hasSize(1);
        assertThat(run.calls(StageName.COMPLETE_UPLOAD))
                .singleElement()
                .asString()
                .contains("part 1: part 1: hash");
        assertThat(summarized().banks().getFirst()).satisfies(bank -> {
            assertThat(bank.failedStage()).isEqualTo("ingest");
            assertThat(bank.error()).isEqualTo(DataFault.class.getName());
            assertThat(bank.cause()).contains("part 1: hash differs");
            assertThat(bank.prepared()).isNotNull();
        });
    }

    @Test
    void aTransientFaultIsTriedAgain() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        run.with(StageName.ROLL_UP_LEDGER, _ -> {
            if (calls.incrementAndGet() < 3) {
                throw new TransientFault("connection reset");
            }
            return "{}";
        });

        assertThat(run.run("pipeline", "{\"banks\":[1]}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(calls).hasValue(3);
    }

    @Test
    void aModelThatFailsLeavesTheOtherOneAndIsNamed() throws InterruptedException {
        run.with(StageName.TRAIN_FRAUD, _ -> {
            throw new ConfigFault("libgomp.so.1 is missing");
        });

        run.run("pipeline", "{\"banks\":[1]}");

        assertThat(summarized().banks().getFirst()).satisfies(bank -> {
            assertThat(bank.failedStage()).isEqualTo("train-fraud");
            assertThat(bank.cause()).isEqualTo("libgomp.so.1 is missing");
            assertThat(bank.fraud()).isNull();
            assertThat(bank.forecast()).isNotNull();
        });
    }

    @Test
    void whatIsSkippedIsNotCalled() throws InterruptedException {
        run.run("pipeline", "{\"banks\":[1],\"skipUpload\":true,\"skipTraining\":true}");

        assertThat(run.calls(StageName.REGISTER_UPLOAD)).isEmpty();
        assertThat(run.calls(StageName.TRAIN_FRAUD)).isEmpty();
        assertThat(summarized().banks()).hasSize(1);
    }

    @Test
    void withoutStoresTheRunFailsAtOnceAndSaysWhich() throws InterruptedException {
        run.with(StageName.CHECK_SERVICES, _ -> {
            throw new ConfigFault("LEDGER is not migrated");
        });

        ExecutionEnd end = run.run("pipeline", "{}");

        assertThat(end.error()).contains("RunFailed");
        assertThat(end.cause()).hasValueSatisfying(cause -> assertThat(cause).contains("LEDGER is not migrated"));
        assertThat(run.calls(StageName.PREPARE_DATASET)).isEmpty();
    }

    @Test
    void aFileFromOutsideIsLoadedFromItsEvent() throws InterruptedException {
        ExecutionEnd end = run.run("ingest", event("Object Created"));

        assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.calls(StageName.REGISTER_UPLOAD))
                .singleElement()
                .asString()
                .contains("\"key\":\"uploads/bank=3/a b+c%2Bd é.csv\"");
        assertThat(end.output().orElseThrow().text()).contains("LOADED");
    }

    @Test
    void theLoserOfAClaimEndsWellNamingTheWinner() throws InterruptedException {
        run.with(StageName.REGISTER_UPLOAD, event -> registered(event, "IN_PROGRESS"));

        ExecutionEnd end = run.run("ingest", event("Object Created"));

        assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(end.output().orElseThrow().text()).contains("\"winner\":\"first\"");
        assertThat(run.calls(StageName.NORMALIZE_UPLOAD)).isEmpty();
    }

    @Test
    void aDeletionIsNothingToLoad() throws InterruptedException {
        assertThat(run.run("ingest", event("Object Deleted")).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.run("ingest", "{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.calls(StageName.REGISTER_UPLOAD)).isEmpty();
    }

    private SummarizeRunRequest summarized() {
        String call = run.calls(StageName.SUMMARIZE_RUN).getFirst();
        return decode(call.substring(call.indexOf(' ') + 1), SummarizeRunRequest.class);
    }

    private static <T> T decode(String json, Class<T> type) {
        return JsonCodec.decode(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static int bank(String event) {
        return Integer.parseInt(event.replaceFirst("(?s).*\"bankId\":\\s*(\\d+).*", "$1"));
    }

    private static String event(String type) {
        return "{\"detail-type\":\"" + type + "\",\"detail\":{\"bucket\":{\"name\":\"payscope-test\"},"
                + "\"object\":{\"key\":\"uploads/bank=3/a b+c%2Bd é.csv\",\"etag\":\"e\",\"size\":1}}}";
    }

    private static byte[] parts(int count) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"index\":%d,\"bucket\":\"b\",\"key\":\"p%d\",\"sha256\":\"s\",\"rows\":5}"
                            .formatted(i, i));
        }
        return json.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String prepared(int bank) {
        return "{\"bankId\":%d,\"manifest\":%s,\"rejected\":0,\"bytes\":1,\"missingBanks\":[],\"reportKey\":null}"
                .formatted(bank, REF.formatted(bank));
    }

    private static String registered(String event, String outcome) {
        boolean prepared = event.contains("\"rows\"");
        int bank = prepared ? Integer.parseInt(event.replaceFirst("(?s).*\"key\":\\s*\"k(\\d).*", "$1")) : 3;
        return ("{\"bankId\":%d,\"uploadId\":\"u\",\"outcome\":\"%s\",\"winner\":\"first\",\"completed\":null,"
                        + "\"manifest\":%s,\"object\":null}")
                .formatted(bank, outcome, prepared ? REF.formatted(bank) : "null");
    }

    private static String normalized(int bank) {
        return "{\"bankId\":%d,\"manifest\":%s,\"partsKey\":\"parts.json\"}".formatted(bank, REF.formatted(bank));
    }

    private static String closed(int bank) {
        return ("{\"bankId\":%d,\"completed\":{\"bankId\":%d,\"uploadId\":\"u\",\"rows\":10,\"ledgerInserted\":10,"
                        + "\"graphInserted\":10,\"documents\":1},\"uploadId\":\"u\"}")
                .formatted(bank, bank);
    }

    private static String model(int bank, String kind) {
        return ("{\"bankId\":%d,\"kind\":\"%s\",\"status\":\"TRAINED\",\"reason\":\"\",\"modelKey\":\"m\","
                        + "\"modelSha256\":\"s\",\"metrics\":{\"averagePrecision\":0.5}}")
                .formatted(bank, kind);
    }

    private static String summary(String status) {
        return "{\"runId\":\"r\",\"status\":\"%s\",\"summaryUri\":\"s3://b/summary.json\",\"message\":\"m\"}"
                .formatted(status);
    }
}
