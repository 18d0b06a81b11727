package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.http.Policy;
import io.payscope.runner.testing.ApiClient;
import io.payscope.runner.testing.ApiClient.Answered;
import io.payscope.runner.testing.ApiClient.Caller;
import io.payscope.runner.testing.LogTail;
import io.payscope.runner.testing.MobileMoneyFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.EnumSource;

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

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final LogTail LOG = new LogTail(() -> folder.resolve("out/logs/runner.log"));

    private static RunningSystem running;
    private static ApiClient api;
    private static String runId;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningSystem(folder.resolve("out"));
        api = new ApiClient(running.system().apiUrl());
        RunOptions.LocalSource source = new RunOptions.LocalSource.Simulated();
        runId = new PipelineRun(running.system())
                .run(new RunOptions(source, ROWS, List.of(new BankId(3)), false, false, false, 7))
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

    @ParameterizedTest
    @Order(5)
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
    @Order(5)
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
    @Order(6)
    @EnumSource(Policy.class)
    void whoHasNoTokenIsRefusedAsDescribed(Policy route) throws Exception {
        String request = route.routeKey().replace("{bank}", "3").replaceAll("\\{[a-z]+}", "x");

        boolean open = route == Policy.HEALTH || route == Policy.READ_DESCRIPTION;
        assertThat(api.ask(null, request, "").status()).isEqualTo(open ? 200 : 401);
    }

    @Test
    @Order(7)
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
    @Order(8)
    void everyRouteHasAnsweredWithSuccess() {
        assertThat(api.succeeded())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Policy.values())
                        .filter(route -> route != Policy.ROLL_BACK_MODEL)
                        .toList());
    }
}
