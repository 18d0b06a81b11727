package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.datasets.testing.KaggleStub;
import io.payscope.datasets.testing.SimulatedFiles;
import io.payscope.datasets.testing.StubArchives;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.testing.AwsCommand;
import io.payscope.runner.testing.LogTail;
import io.payscope.runner.testing.MobileMoneyFile;
import io.payscope.runner.testing.ValidationAnswer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system with its real stores, started once: the tests build on each other, the last one breaks things. */
@TestMethodOrder(OrderAnnotation.class)
class LocalSystemTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PIPELINE_INPUT =
            "{\"banks\":[3],\"source\":\"simulated\",\"rowsPerBank\":400,\"seed\":7}";

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final LogTail LOG = new LogTail(() -> folder.resolve("out/logs/runner.log"));

    private static final KaggleStub KAGGLE = new KaggleStub();

    private static RunningSystem running;
    private static RunResult first;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(Setting.KAGGLE_ENDPOINT.variable(), KAGGLE.endpoint());
        running = new RunningSystem(folder.resolve("out"));
        first = run(options(new RunOptions.LocalSource.Simulated(), 3, 5));
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
        System.clearProperty(Setting.KAGGLE_ENDPOINT.variable());
        KAGGLE.close();
    }

    private static RunOptions options(RunOptions.LocalSource source, int... banks) {
        List<BankId> ids = Arrays.stream(banks).mapToObj(BankId::new).toList();
        return new RunOptions(source, 400L, ids, false, false, false, 7);
    }

    private static RunResult run(RunOptions options) throws InterruptedException {
        return new PipelineRun(running.system()).run(options);
    }

    private static JsonNode summary(RunResult result) {
        return JSON.readTree(result.summary().orElseThrow()).path("run");
    }

    @Test
    @Order(1)
    void bankWithoutItsSourcesMakesTheRunPartialAndIsNamed() {
        assertThat(first.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(first.cause()).contains("bank 5").contains("1, 2, 4");
        assertThat(first.reports()).containsOnlyKeys(new BankId(3), new BankId(5));
        JsonNode bank3 = summary(first).path("banks").get(0);
        assertThat(bank3.path("bankId").asInt()).isEqualTo(3);
        assertThat(bank3.path("error").isNull()).as(bank3.toString()).isTrue();
        assertThat(bank3.path("upload").path("ledgerInserted").asInt()).isEqualTo(400);
        ValidationAnswer answer = ValidationAnswer.of(summary(first).path("validation"));
        assertThat(answer.mismatches()).isEmpty();
        assertThat(answer.found(3, "LEDGER", "transactions")).isEqualTo(400);
        assertThat(answer.found(3, "GRAPH", "transactions")).isEqualTo(400);
    }

    @Test
    @Order(2)
    void sameRunAgainChangesNothing() throws Exception {
        List<ObjectHead> receipts = running.receipts();

        RunResult again = run(options(new RunOptions.LocalSource.Simulated(), 3, 5));

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(ValidationAnswer.of(summary(again).path("validation")))
                .isEqualTo(ValidationAnswer.of(summary(first).path("validation")));
        assertThat(running.receipts()).isEqualTo(receipts);
        assertThat(summary(again).path("banks").get(0))
                .isEqualTo(summary(first).path("banks").get(0));
        assertThat(again.stages())
                .extracting(StageTotals::stage)
                .contains("register-upload")
                .doesNotContain("normalize-upload", "load-ledger", "load-graph", "roll-up-ledger", "load-vectors");
    }

    @Test
    @Order(3)
    void uploadedFileAddsItsValidRowsOnce() throws Exception {
        ValidationAnswer before = running.validated();
        String file = MobileMoneyFile.of(1, 13) + MobileMoneyFile.REFUSED_ROW;

        JsonNode loaded = RunningSystem.output(running.ingested("uploads/bank=3/mine.csv", file));
        ValidationAnswer after = running.validated();

        assertThat(loaded.path("outcome").asString()).isEqualTo("LOADED");
        assertThat(added(before, after, "LEDGER")).isEqualTo(12);
        assertThat(added(before, after, "GRAPH")).isEqualTo(12);
        assertThat(after.mismatches()).isEmpty();

        JsonNode again = RunningSystem.output(running.ingested("uploads/bank=3/under another name.csv", file));

        assertThat(again.path("outcome").asString()).isEqualTo("ALREADY_LOADED");
        assertThat(again.path("winner").asString())
                .isEqualTo(loaded.path("winner").asString());
        assertThat(running.validated()).isEqualTo(after);
    }

    private static long added(ValidationAnswer before, ValidationAnswer after, String store) {
        return after.found(3, store, "transactions") - before.found(3, store, "transactions");
    }

    @Test
    @Order(4)
    void awsCommandUploadsToo() throws Exception {
        AwsCommand aws = AwsCommand.orSkip(folder, running.environment());
        ValidationAnswer before = running.validated();
        Path file = Files.writeString(folder.resolve("theirs.csv"), MobileMoneyFile.of(100, 105));

        aws.run("s3 cp " + file + " s3://" + running.system().objects().bucket() + "/uploads/bank=3/");

        assertThat(RunningSystem.output(running.nextIngest()).path("outcome").asString())
                .isEqualTo("LOADED");
        assertThat(added(before, running.validated(), "LEDGER")).isEqualTo(5);
    }

    @Test
    @Order(4)
    void payscopeCommandUploadsWaitsAndProvesTheChain() throws Exception {
        String rows = MobileMoneyFile.of(200, 207) + MobileMoneyFile.REFUSED_ROW;
        String file = Files.writeString(folder.resolve("ours.csv"), rows).toString();

        String states = running.statesUri().toString();
        JsonNode sent = running.payscope().run("upload", file, "--bank", "3", "--sfn-endpoint", states);
        RunningSystem.output(running.nextIngest());
        JsonNode loaded = sent.path("files").path(0).path("loaded");
        assertThat(loaded.path("inserted").asInt()).isEqualTo(7);
        assertThat(loaded.path("rejected").asInt()).isEqualTo(1);
        assertThat(running.payscope().run("verify").path("broken")).isEmpty();
    }

    @Test
    @Order(5)
    void bankUploadsByASignedLinkAndAsksWhatBecameOfIt() throws Exception {
        BankId bank = new BankId(3);
        String file = MobileMoneyFile.of(300, 309);
        String wanted = "{\"fileName\":\"our payments.csv\",\"contentType\":\"text/csv\",\"bytes\":%d,\"sha256\":null}"
                .formatted(file.length());
        HttpResponse<String> opened = running.ask("POST", "/uploads", wanted, "BANK_ADMIN", bank);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        JsonNode place = JSON.readTree(opened.body());
        Map<String, String> headers = place.path("headers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asString()));

        assertThat(running.put(URI.create(place.path("url").asString()), headers, file))
                .isEqualTo(200);
        RunningSystem.output(running.nextIngest());

        String status = "/uploads/" + place.path("id").asString();
        JsonNode loaded =
                JSON.readTree(running.ask("GET", status, "", "BANK_ADMIN", bank).body());
        assertThat(loaded.path("state").asString()).as(loaded.toString()).isEqualTo("COMPLETE");
        assertThat(loaded.path("loaded").path("ledgerInserted").asInt())
                .as(loaded.toString())
                .isEqualTo(9);
        assertThat(running.ask("GET", status, "", "BANK_ADMIN", new BankId(1)).statusCode())
                .as("another bank's upload")
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void bankAsksForItsOwnForecastsAndFiguresAndForNoOthers() throws Exception {
        BankId bank = new BankId(3);
        JsonNode forecast = JSON.readTree(running.ask("GET", "/banks/3/forecasts/volume", "", "ANALYST", bank)
                .body());
        JsonNode answer = JSON.readTree(
                running.ask("POST", "/questions", "{\"question\":\"How many frauds were there?\"}", "ANALYST", bank)
                        .body());

        assertThat(forecast.path("points")).as(forecast.toString()).isNotEmpty();
        assertThat(answer.path("answerable").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.path("figures")).as(answer.toString()).isNotEmpty();
        assertThat(running.ask("GET", "/banks/1/forecasts/volume", "", "ANALYST", bank)
                        .statusCode())
                .isEqualTo(403);
        String payment = "{\"transactions\":[{\"transactionId\":\"t\",\"occurredAt\":\"2017-01-20T10:00:00Z\","
                + "\"amount\":12.5,\"currency\":\"XXX\",\"channel\":\"payment\",\"payerId\":\"C1\",\"payeeId\":\"M1\","
                + "\"payeeKind\":\"MERCHANT\",\"features\":{}}]}";
        HttpResponse<String> score = running.ask("POST", "/banks/3/fraud/scores", payment, "ANALYST", bank);
        assertThat(score.statusCode())
                .as("of 400 rows too few are frauds to learn from")
                .isEqualTo(404);
        assertThat(score.body()).contains("bank 3 has no fraud model in use");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "uploads/bank=3/wrong-header.csv, 'uploads/bank=3/wrong-header.csv'",
        "uploads/bank=9/file.csv, 'bank=9'",
        "uploads/nobody.csv, 'uploads/nobody.csv'"
    })
    void fileThatCannotBeTakenFailsByName(String key, String named) throws Exception {
        ValidationAnswer before = running.validated();

        ExecutionEnd end = running.ingested(key, "step,kind,amount\n1,PAYMENT,5\n");

        assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(end.error().orElseThrow()).isEqualTo(DataFault.class.getName());
        assertThat(end.cause().orElseThrow()).contains(named);
        if (key.endsWith("wrong-header.csv")) {
            assertThat(end.cause().orElseThrow()).contains("line 1");
        }
        assertThat(running.validated()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void stepFunctionsClientRunsThePipeline() throws Exception {
        try (SfnClient sfn = running.sfn()) {
            List<StateMachineListItem> machines = sfn.listStateMachines().stateMachines();
            assertThat(machines).extracting(StateMachineListItem::name).containsExactlyInAnyOrder("ingest", "pipeline");
            String machine = machines.stream()
                    .filter(item -> item.name().equals("pipeline"))
                    .findFirst()
                    .orElseThrow()
                    .stateMachineArn();

            String arn = sfn.startExecution(
                            request -> request.stateMachineArn(machine).input(PIPELINE_INPUT))
                    .executionArn();
            RunningSystem.end(running.system().executions().find(arn).orElseThrow());

            DescribeExecutionResponse ended = sfn.describeExecution(request -> request.executionArn(arn));
            // Of 400 rows too few are frauds to learn from, which degrades the run.
            assertThat(ended.error()).isEqualTo("RunPartial");
            assertThat(ended.cause()).contains("bank 3: no FRAUD model");
            assertThat(sfn.getExecutionHistoryPaginator(request -> request.executionArn(arn))
                            .events())
                    .filteredOn(event -> event.stateEnteredEventDetails() != null)
                    .extracting((HistoryEvent event) ->
                            event.stateEnteredEventDetails().name())
                    .startsWith("ReadInput", "CheckServices", "PrepareBanks")
                    .contains("PrepareDataset", "RunPartial");
        }
    }

    @Test
    @Order(7)
    void awsCommandReadsTheExecutions() throws Exception {
        AwsCommand aws = AwsCommand.orSkip(folder, running.environment());
        String arn = running.system().startIngest(RunningSystem.utf8("{}")).arn();

        JsonNode machines = aws.json("stepfunctions list-state-machines");
        JsonNode history = aws.json("stepfunctions get-execution-history --execution-arn " + arn);

        assertThat(machines.path("stateMachines")).hasSize(2);
        assertThat(history.path("events").findValuesAsString("name")).contains("WhatArrived");
    }

    @Test
    @Order(8)
    void unknownBankIsNamed() throws Exception {
        ExecutionEnd end = RunningSystem.end(
                running.system().startPipeline(RunningSystem.utf8("{\"banks\":[9],\"source\":\"simulated\"}")));

        assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(end.cause().orElseThrow()).contains("bank 9");
    }

    @Test
    @Order(9)
    void folderThatCannotBeReadIsNamed() throws Exception {
        Path missing = folder.resolve("missing");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path file = Files.createFile(folder.resolve("file"));

        for (Path source : List.of(missing, file)) {
            assertThatThrownBy(() -> run(options(new RunOptions.LocalSource.Directory(source), 3)))
                    .isInstanceOf(DataFault.class)
                    .hasMessageContaining(source.toString());
        }
        RunResult result = run(options(new RunOptions.LocalSource.Directory(empty), 3));
        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.cause()).contains("bank 3").contains("raw/bank=3/");
    }

    @Test
    @Order(10)
    void kaggleFeedsThePipeline() throws Exception {
        KAGGLE.dataset("ealaxi/paysim1", 7, StubArchives.zip(SimulatedFiles.of(3, 400, 9, folder)));
        RunOptions options = options(new RunOptions.LocalSource.Kaggle(), 3);

        JsonNode bank = summary(run(options)).path("banks").get(0);

        assertThat(bank.path("error").isNull()).as(bank.toString()).isTrue();
        assertThat(bank.path("upload").path("ledgerInserted").asInt()).isEqualTo(400);
        assertThat(running.validated().mismatches()).isEmpty();
        assertThat(running.system().objects().head("raw/bank=3/kaggle.json")).isPresent();

        run(options);

        assertThat(KAGGLE.requests()).filteredOn("GET storage"::equals).hasSize(1);
    }

    @ParameterizedTest
    @Order(11)
    @CsvSource({"ADMIN, 200", "SYSTEM, 200", "ANALYST, 403", "KING, 403", ", 401"})
    void onlyAdministratorsMayAsk(String role, int status) throws Exception {
        assertThat(running.ask(role).statusCode()).isEqualTo(status);
    }

    /** Something that breaks one store. */
    private interface Damage {
        void run() throws Exception;
    }

    @Test
    @Order(12)
    void whatIsMissingInOneStoreShowsInTheNextAnswer() throws Exception {
        assertThat(running.validated().verdict()).isEqualTo("MATCH");
        StoreDamage damage = new StoreDamage(running.system());
        Map<String, Damage> damages = Map.of(
                "LEDGER", damage::deleteLedgerRow,
                "GRAPH", damage::deleteGraphNode,
                "VECTORS", damage::deleteVector,
                "OBJECTS", damage::deleteModelCard);
        Set<String> expected = new TreeSet<>();
        for (String store : List.of("LEDGER", "GRAPH", "VECTORS", "OBJECTS")) {
            damages.get(store).run();
            expected.add("bank 3 " + store + " MISMATCH");
            ValidationAnswer answer = running.validated();
            assertThat(answer.mismatches()).isEqualTo(expected);
            assertThat(answer.verdict()).isEqualTo("MISMATCH");
        }
    }
}
