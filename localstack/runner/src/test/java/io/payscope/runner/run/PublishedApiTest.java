package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.http.Policy;
import io.payscope.runner.testing.ApiClient;
import io.payscope.runner.testing.ApiClient.Answered;
import io.payscope.runner.testing.ApiClient.Caller;
import io.payscope.runner.testing.LogTail;
import io.payscope.runner.testing.MobileMoneyFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every route of the running front with its real stores and models, and every answer, refusals too, held against the
 * description that the front serves.
 */
@TestMethodOrder(OrderAnnotation.class)
class PublishedApiTest {

    private static final long ROWS = 5_000;
    private static final Caller ADMIN = new Caller("ADMIN", null);
    private static final Caller BANK_ADMIN = Caller.of("BANK_ADMIN", 3);
    private static final Caller ANALYST = Caller.of("ANALYST", 3);
    private static final String PAYMENT = "{\"transactionId\":\"t\",\"occurredAt\":\"2017-01-20T10:00:00Z\","
            + "\"amount\":12.5,\"currency\":\"XXX\",\"channel\":\"payment\",\"payerId\":\"C1\",\"payeeId\":\"M1\","
            + "\"payeeKind\":\"MERCHANT\",\"features\":{}}";

    private static final long STARTED = System.currentTimeMillis();
    /** Logs and metrics of every function in this process. */
    private static final Path PROCESS_LOG = Path.of(System.getProperty("java.io.tmpdir"), "runner.log");

    private static final String PAYER = "C776655443322";
    private static final String PAYEE = "C886655443322";
    private static final String LARGEST = "{\"question\":\"Who is the top payer?\"}";
    /** Its payer has more payments than any other. */
    private static final String TRACES = MobileMoneyFile.of(1, 1)
            + IntStream.range(1, 40)
                    .mapToObj(i -> "15,TRANSFER,%d.25,%s,99999,1,%s,0,9,0,0%n".formatted(98_000 + i, PAYER, PAYEE))
                    .collect(Collectors.joining());

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final LogTail LOG = new LogTail(() -> PROCESS_LOG);

    private static RunningSystem running;
    private static ApiClient api;
    private static String runId;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningSystem(folder.resolve("out"));
        api = new ApiClient(running.system().apiUrl());
        RunOptions.LocalSource source = new RunOptions.LocalSource.Simulated();
        runId = new PipelineRun(running.system())
                .run(new RunOptions(source, ROWS, List.of(new BankId(1), new BankId(3)), false, false, false, 7))
                .runId();
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private static Answered ask(Caller caller, String request, String body) throws Exception {
        return api.ask(caller, request, body);
    }

    @Test
    @Order(1)
    void operatorsReadEverything() throws Exception {
        assertThat(api.ask(null, "GET /health", "").status()).isEqualTo(200);
        assertThat(api.ask(null, "GET /openapi.yaml", "").body().asString()).startsWith("openapi: 3.1");
        assertThat(ask(ADMIN, "GET /admin/validate-datasets", "")
                        .body()
                        .path("verdict")
                        .asString())
                .isEqualTo("MATCH");
        assertThat(ask(ADMIN, "GET /admin/runs?limit=1", "").body().path("runs"))
                .hasSize(1);
        assertThat(ask(ADMIN, "GET /admin/runs/" + runId, "")
                        .body()
                        .path("runId")
                        .asString())
                .isEqualTo(runId);
        assertThat(ask(ADMIN, "GET /admin/audit?limit=2", "").body().path("entries"))
                .hasSize(2);
    }

    @Test
    @Order(2)
    void aRunIsStartedOnceForAKey() throws Exception {
        String input = "{\"banks\":[1],\"source\":\"RAW\",\"skipUpload\":true,\"skipTraining\":true}";
        Answered first = api.ask(ADMIN, "POST /admin/runs", input, "Idempotency-Key", "key-of-8-or-more");
        Answered again = api.ask(ADMIN, "POST /admin/runs", input, "Idempotency-Key", "key-of-8-or-more");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.body().path("runId")).isEqualTo(first.body().path("runId"));
        assertThat(again.body().path("startedBefore").asBoolean()).isTrue();
        assertThat(api.ask(ADMIN, "POST /admin/runs", "{}", "Idempotency-Key", "key-of-8-or-more")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(3)
    void aFileIsSentByALinkAndFollowed() throws Exception {
        String file = MobileMoneyFile.of(1, 10) + MobileMoneyFile.REFUSED_ROW;
        Answered place = ask(
                BANK_ADMIN,
                "POST /uploads",
                "{\"fileName\":\"mine.csv\",\"contentType\":\"text/csv\",\"bytes\":" + file.length() + "}");
        String status = "GET /uploads/" + place.body().path("id").asString();
        assertThat(ask(BANK_ADMIN, status, "").body().path("state").asString()).isEqualTo("REQUESTED");

        Map<String, String> headers = new HashMap<>();
        place.body()
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        running.put(URI.create(place.body().path("url").asString()), headers, file);
        running.nextIngest();

        Answered done = ask(BANK_ADMIN, status, "");
        assertThat(done.body().path("state").asString()).isEqualTo("COMPLETE");
        assertThat(done.body().path("rejects").asString()).startsWith("http");
    }

    @Test
    @Order(4)
    void aBankIsToldScoresForecastsAndFigures() throws Exception {
        Answered scores =
                ask(ANALYST, "POST /banks/3/fraud/scores", "{\"transactions\":[" + PAYMENT + "," + PAYMENT + "]}");
        assertThat(scores.body().path("scores")).hasSize(2);
        assertThat(ask(ANALYST, "GET /banks/3/forecasts/volume", "").body().path("points"))
                .isNotEmpty();
        assertThat(ask(ANALYST, "POST /questions", "{\"question\":\"How many frauds were there?\"}")
                        .body()
                        .path("figures"))
                .isNotEmpty();
        List<Integer> whatIfs = new ArrayList<>();
        for (String series : List.of("volume", "amount", "frauds")) {
            whatIfs.add(ask(
                            ANALYST,
                            "POST /banks/3/forecasts/" + series + "/what-if",
                            "{\"steps\":24,\"volumeMultiplier\":1.2,\"fraudSpike\":0}")
                    .status());
        }
        assertThat(whatIfs).contains(200);
    }

    /** T10: bank 3, then bank 1, asked of the same functions in the same process. */
    @Test
    @Order(5)
    @DisabledIfSystemProperty(
            named = "payscope.native",
            matches = "true",
            disabledReason = "it reads the log of functions in this process")
    void nothingOfABankStaysForTheNext() throws Exception {
        List<JsonNode> alone = askedByTheNextBank();
        running.ingested("uploads/bank=3/traces.csv", TRACES);
        assertThat(ask(ANALYST, "POST /questions", LARGEST).body().toString()).contains(PAYER);
        ask(ANALYST, "POST /banks/3/fraud/scores", "{\"transactions\":[" + PAYMENT.replace("C1", PAYER) + "]}");

        long printedBefore = Files.size(PROCESS_LOG);
        List<JsonNode> after = askedByTheNextBank();
        running.ingested("uploads/bank=1/wrong.csv", "no,such,columns\n1,2,3\n");
        byte[] log = Files.readAllBytes(PROCESS_LOG);
        String printed = new String(log, (int) printedBefore, log.length - (int) printedBefore, StandardCharsets.UTF_8);

        assertThat(after).isEqualTo(alone);
        assertThat(after.toString()).doesNotContain(PAYER, PAYEE);
        assertThat(printed)
                .as("the metrics and the refusal of bank 1")
                .containsPattern("\"bank\":\"?1\"?")
                .contains("bank=1")
                .doesNotContain(PAYER, PAYEE, "bank=3")
                .doesNotContainPattern("\"bank\":\"?3\"?");
        assertThat(temporaryFiles()).allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(PAYER, PAYEE));
    }

    /** Without what varies from call to call. */
    private static List<JsonNode> askedByTheNextBank() throws Exception {
        Caller next = Caller.of("ANALYST", 1);
        List<JsonNode> answers = new ArrayList<>();
        for (String question : List.of(LARGEST, "{\"question\":\"Who are the top 3 payers?\"}")) {
            JsonNode answer = ask(next, "POST /questions", question).body();
            answers.add(((ObjectNode) answer).without("timings"));
        }
        answers.add(ask(next, "GET /banks/1/forecasts/volume", "").body());
        answers.add(ask(next, "POST /banks/1/fraud/scores", "{\"transactions\":[" + PAYMENT + "]}")
                .body()
                .path("scores"));
        return answers;
    }

    /** What the functions left; the stores of the test are in its own folder. */
    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(System.getProperty("java.io.tmpdir")),
                Integer.MAX_VALUE,
                (file, attributes) -> attributes.isRegularFile()
                        && !file.equals(PROCESS_LOG)
                        && !file.startsWith(folder)
                        && attributes.size() < 16 << 20
                        && attributes.lastModifiedTime().toMillis() >= STARTED)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /admin/runs?limit=0 | | 400",
                "GET /admin/runs/none | | 404",
                "POST /admin/runs | {} | 400",
                "POST /admin/models/3/fraud/rollback | | 409",
                "POST /admin/models/3/weather/rollback | | 404",
                "GET /admin/audit?after=x | | 400",
                "GET /banks/3/forecasts/weather | | 404",
                "GET /banks/99/forecasts/volume | | 404",
                "POST /banks/3/fraud/scores | {\"transactions\":[]} | 422",
                "POST /banks/3/fraud/scores | {\"transactions\":[],\"more\":1} | 400",
                "POST /banks/4/fraud/scores | {\"transactions\":[{\"transactionId\":\"t\"}]} | 400",
                "POST /banks/3/forecasts/volume/what-if | {\"steps\":0,\"volumeMultiplier\":1,\"fraudSpike\":0} | 422",
                "DELETE /admin/banks/3/data | {} | 413"
            })
    void whatDoesNotFitIsRefusedAsDescribed(String request, String body, int status) throws Exception {
        assertThat(ask(ADMIN, request, body == null ? "" : body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /uploads | {\"fileName\":\"a.exe\",\"contentType\":\"text/csv\",\"bytes\":1} | 422",
                "GET /uploads/0123 | | 404",
                "POST /questions | {\"question\":\"\"} | 200",
                "POST /questions | {} | 400",
                "GET /banks/1/forecasts/volume | | 403"
            })
    void whatABankMayNotAskIsRefusedAsDescribed(String request, String body, int status) throws Exception {
        assertThat(ask(BANK_ADMIN, request, body == null ? "" : body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @Order(7)
    @EnumSource(Policy.class)
    void whoHasNoTokenIsRefusedAsDescribed(Policy route) throws Exception {
        String request = route.routeKey().replace("{bank}", "3").replaceAll("\\{[a-z]+}", "x");

        boolean open = route == Policy.HEALTH || route == Policy.READ_DESCRIPTION;
        assertThat(api.ask(null, request, "").status()).isEqualTo(open ? 200 : 401);
    }

    @Test
    @Order(8)
    void aBankIsErasedInTwoCalls() throws Exception {
        Answered asked = ask(ADMIN, "DELETE /admin/banks/3/data", "");
        String confirmation = asked.body().path("confirmation").asString();

        assertThat(asked.status()).isEqualTo(202);
        assertThat(api.ask(ADMIN, "DELETE /admin/banks/3/data", "", "x-confirmation", "made-up")
                        .status())
                .isEqualTo(409);
        Answered erased = api.ask(ADMIN, "DELETE /admin/banks/3/data", "", "x-confirmation", confirmation);
        assertThat(erased.body().path("erased").asBoolean()).isTrue();
        assertThat(erased.body().path("removed").path("LEDGER").asLong()).isGreaterThan(ROWS);
    }

    /** A rollback needs a former champion: AdminApiTest has its answer. */
    @Test
    @Order(9)
    void everyRouteHasAnsweredWithSuccess() {
        assertThat(api.succeeded())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Policy.values())
                        .filter(route -> route != Policy.ROLL_BACK_MODEL)
                        .toList());
    }
}
