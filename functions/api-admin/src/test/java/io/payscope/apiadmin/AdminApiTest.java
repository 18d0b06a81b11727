package io.payscope.apiadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditEvent.Outcome;
import io.payscope.core.stage.Store;
import io.payscope.http.Api;
import io.payscope.http.AuditDesk;
import io.payscope.http.Events;
import io.payscope.http.Gate;
import io.payscope.http.RateLimiter;
import io.payscope.http.Refusal;
import io.payscope.http.token.MovingClock;
import io.payscope.http.token.Role;
import io.payscope.http.token.TestIssuer;
import io.payscope.http.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATA = "/admin/banks/2/data";

    private static TestIssuer issuer;

    private final MovingClock clock = new MovingClock(ScriptedStores.START);
    private final ScriptedStores scripted = new ScriptedStores();
    private final Map<String, String> started = new HashMap<>();
    private @Nullable String formerModel = "v1";
    private Runnable whileRollingBack = () -> {};
    private final Api api = api();

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
    }

    private Api api() {
        AdminStores stores = scripted.stores();
        return AdminApi.create(
                new Gate(verifier(), new AuditDesk(stores.trail()), new RateLimiter()),
                stores,
                this::start,
                (bank, kind, by) -> {
                    if (formerModel == null) {
                        throw new Refusal(409, "there is none");
                    }
                    whileRollingBack.run();
                    return new ModelRollback.RolledBack("v2", formerModel);
                },
                new Confirmations("k".repeat(32).getBytes(StandardCharsets.UTF_8), clock));
    }

    private static TokenVerifier verifier() {
        return issuer.verifier();
    }

    private RunStarter.Started start(String name, String input) {
        String before = started.putIfAbsent(name, input);
        return before == null
                ? RunStarter.Started.NEW
                : before.equals(input) ? RunStarter.Started.BEFORE : RunStarter.Started.OTHER_INPUT;
    }

    @Test
    void healthNeedsNoTokenAndTellsNothingOfTheStores() {
        scripted.down.addAll(List.of(Store.values()));
        APIGatewayV2HTTPResponse response = api.apply(Events.of("GET", "/health", null));
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "SYSTEM"})
    void validationAnswersWithFindingsModelsBucketsLastRunAndAuditHead(String role) throws JOSEException {
        JsonNode answer = body(get("/admin/validate-datasets", Role.valueOf(role)), 200);

        assertThat(answer.path("verdict").asString()).isEqualTo("MATCH");
        assertThat(answer.path("findings").size()).isEqualTo(10);
        assertThat(answer.path("banks").size()).isEqualTo(5);
        JsonNode bank = answer.path("banks").path(0);
        assertThat(bank.path("register").asString()).isEqualTo("AVAILABLE");
        assertThat(bank.path("buckets").path(0).path("volume").asInt()).isEqualTo(7);
        assertThat(bank.path("models").path(0).path("modelKey").asString()).isEqualTo("models/card.json");
        assertThat(answer.path("lastRun").path("runId").asString()).isEqualTo("run-2");
        assertThat(answer.path("auditHead").path("seq").asInt()).isEqualTo(3);
        assertThat(scripted.audit.events()).singleElement().satisfies(event -> assertThat(event.outcome())
                .isEqualTo(Outcome.ALLOWED));
    }

    @Test
    void aStoreThatIsDownIsUnavailableAndTheOthersIntact() throws JOSEException {
        scripted.down.add(Store.GRAPH);
        JsonNode answer = body(get("/admin/validate-datasets", Role.ADMIN), 200);
        for (JsonNode finding : answer.path("findings")) {
            boolean graph = finding.path("store").asString().equals("GRAPH");
            assertThat(finding.path("found").asInt()).isEqualTo(graph ? -1 : 7);
            assertThat(finding.path("verdict").asString()).isEqualTo(graph ? "UNAVAILABLE" : "MATCH");
        }
        assertThat(answer.path("runs").asString()).isEqualTo("AVAILABLE");
    }

    @Test
    void aLedgerThatIsDownTakesNeitherTheOthersNorTheAnswerAndIsAskedOnce() throws JOSEException {
        scripted.down.add(Store.LEDGER);
        APIGatewayV2HTTPResponse response = get("/admin/validate-datasets", Role.ADMIN);

        JsonNode answer = body(response, 200);
        assertThat(answer.path("verdict").asString()).isEqualTo("UNAVAILABLE");
        assertThat(answer.path("runs").asString()).isEqualTo("UNAVAILABLE");
        assertThat(answer.path("lastRun").isNull()).isTrue();
        assertThat(answer.path("auditHead").isNull()).isTrue();
        assertThat(answer.path("banks").findValuesAsString("register"))
                .containsOnly("UNAVAILABLE")
                .hasSize(5);
        assertThat(response.getBody()).doesNotContain("db-17", "password", "5432", "Fault");
        assertThat(scripted.registerCalls).isEqualTo(1);
    }

    @Test
    void otherRoutesDoNotAnswerWithoutARecord() throws JOSEException {
        scripted.down.add(Store.LEDGER);
        APIGatewayV2HTTPResponse response = get("/admin/runs", Role.ADMIN);
        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(response.getHeaders()).containsKey("retry-after");
        assertThat(response.getBody()).doesNotContain("db-17");
    }

    @Test
    void runsComeInPagesAndByName() throws JOSEException {
        assertThat(body(get("/admin/runs", Role.AUDITOR), 200).path("runs").size())
                .isEqualTo(2);
        JsonNode page = body(get("/admin/runs?limit=1", Role.ADMIN), 200);
        assertThat(page.path("before").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(body(get("/admin/runs?before=2026-01-01T00:00:00Z", Role.ADMIN), 200)
                        .path("runs")
                        .size())
                .isZero();
        assertThat(body(get("/admin/runs/run-1", Role.ADMIN), 200).path("runId").asString())
                .isEqualTo("run-1");
        body(get("/admin/runs/run-9", Role.ADMIN), 404);
        for (String query : List.of("limit=0", "limit=101", "limit=x", "before=yesterday")) {
            body(get("/admin/runs?" + query, Role.ADMIN), 400);
        }
    }

    @Test
    void theSameKeyStartsOneRunAndAnotherBodyIsAConflict() throws JOSEException {
        String input = "{\"banks\":[1,2],\"source\":\"SIMULATED\"}";
        JsonNode first = body(start("key-00001", Role.ADMIN, input), 202);
        JsonNode again = body(start("key-00001", Role.ADMIN, "{\"source\":\"SIMULATED\",\"banks\":[1,2]}"), 202);

        assertThat(first.path("startedBefore").asBoolean()).isFalse();
        assertThat(again.path("startedBefore").asBoolean()).isTrue();
        assertThat(again.path("runId")).isEqualTo(first.path("runId"));
        assertThat(started).containsExactly(Map.entry(first.path("runId").asString(), input));
        body(start("key-00001", Role.ADMIN, "{\"banks\":[1]}"), 409);
        body(start("key-00002", Role.ADMIN, "{\"banks\":[1]}"), 202);
        assertThat(started).hasSize(2);
    }

    @Test
    void aRunNeedsAKeyAndSensibleInput() throws JOSEException {
        body(start(null, Role.ADMIN, "{}"), 400);
        body(start("short", Role.ADMIN, "{}"), 400);
        body(start("with a space", Role.ADMIN, "{}"), 400);
        for (String input : List.of(
                "{\"banks\":[]}",
                "{\"banks\":[6]}",
                "{\"banks\":[1,1]}",
                "{\"rowsPerBank\":0}",
                "{\"rawPrefix\":\"../\"}",
                "{\"rawPrefix\":\"raw\"}",
                "{\"rawPrefix\":\"/raw/\"}")) {
            body(start("key-00001", Role.ADMIN, input), 422);
        }
        body(start("key-00001", Role.ADMIN, "{\"bank\":[1]}"), 400);
        body(start("key-00001", Role.ADMIN, "{\"source\":\"FTP\"}"), 400);
        assertThat(started).isEmpty();
    }

    @Test
    void aRollbackIsOnRecordWhetherItIsDoneOrNot() throws JOSEException {
        String path = "/admin/models/2/fraud/rollback";
        assertThat(body(api.apply(Events.of("POST", path, issuer.bearer(Role.BANK_ADMIN, 2))), 200)
                        .path("now")
                        .asString())
                .isEqualTo("v1");
        formerModel = null;
        body(api.apply(Events.of("POST", path, issuer.bearer(Role.ADMIN, null))), 409);
        body(api.apply(Events.of("POST", "/admin/models/2/other/rollback", issuer.bearer(Role.ADMIN, null))), 404);

        assertThat(scripted.audit.events())
                .filteredOn(event -> event.action().equals("model rollback"))
                .extracting(AuditEvent::outcome)
                .containsExactly(Outcome.DONE, Outcome.FAILED);
    }

    /** Asked again after a 503 it would go back one more version. */
    @Test
    void aRollbackThatIsDoneIsAnsweredAlsoIfTheLedgerGoesDownMeanwhile() throws JOSEException {
        whileRollingBack = () -> scripted.down.add(Store.LEDGER);

        JsonNode done = body(
                api.apply(Events.of("POST", "/admin/models/2/fraud/rollback", issuer.bearer(Role.ADMIN, null))), 200);

        assertThat(done.path("now").asString()).isEqualTo("v1");
        assertThat(scripted.audit.events())
                .filteredOn(event -> event.action().equals("model rollback"))
                .isEmpty();
    }

    @Test
    void anErasureTakesTwoCallsAndIsOnRecordBeforeAndAfter() throws JOSEException {
        scripted.held.put(Store.LEDGER, 100L);
        JsonNode first = body(erase(DATA, null), 202);
        assertThat(first.path("erased").asBoolean()).isFalse();
        assertThat(scripted.erased).isEmpty();

        JsonNode second = body(erase(DATA, first.path("confirmation").asString()), 200);
        assertThat(second.path("erased").asBoolean()).isTrue();
        assertThat(second.path("removed").path("LEDGER").asLong()).isEqualTo(100);
        assertThat(scripted.erased).containsExactly(Store.LEDGER, Store.GRAPH, Store.OBJECTS);
        assertThat(erasures()).containsExactly(Outcome.ALLOWED, Outcome.DONE);
        assertThat(scripted.audit.events().toString())
                .doesNotContain(first.path("confirmation").asString());
    }

    @Test
    void anErasureThatWasCutShortGoesOnWithTheSameConfirmation() throws JOSEException {
        String confirmation = body(erase(DATA, null), 202).path("confirmation").asString();
        scripted.down.add(Store.GRAPH);
        body(erase(DATA, confirmation), 503);
        assertThat(scripted.erased).containsExactly(Store.LEDGER);
        assertThat(erasures()).containsExactly(Outcome.ALLOWED, Outcome.FAILED);

        scripted.down.clear();
        body(erase(DATA, confirmation), 200);
        assertThat(scripted.erased).containsExactly(Store.LEDGER, Store.LEDGER, Store.GRAPH, Store.OBJECTS);
    }

    @Test
    void aConfirmationIsForOneBankOnePrincipalAndTenMinutes() throws JOSEException {
        String confirmation = body(erase(DATA, null), 202).path("confirmation").asString();
        long expiry = Long.parseLong(confirmation.substring(0, confirmation.indexOf('.')));
        List<String> forged = List.of(
                "x",
                ".",
                "1.",
                (expiry + 600) + confirmation.substring(confirmation.indexOf('.')),
                confirmation + "x",
                "9".repeat(30) + ".x",
                "-1.x");
        for (String token : forged) {
            body(erase(DATA, token), 409);
        }
        body(erase("/admin/banks/3/data", confirmation), 409);
        String other = issuer.bearer(TestIssuer.claims("ADMIN").subject("bob").build());
        body(api.apply(Events.of("DELETE", DATA, other, Map.of(EraseRoute.HEADER, confirmation), null)), 409);
        clock.pass(Confirmations.LIFETIME);
        body(erase(DATA, confirmation), 409);

        assertThat(scripted.erased).isEmpty();
        assertThat(erasures()).hasSize(forged.size() + 3).containsOnly(Outcome.DENIED);
    }

    @Test
    void theAuditLogIsReadByAuditors() throws JOSEException {
        assertThat(body(get("/admin/audit", Role.AUDITOR), 200)
                        .path("head")
                        .path("hash")
                        .asString())
                .isEqualTo("h");
        body(get("/admin/audit", Role.SYSTEM), 403);
        body(get("/admin/audit?limit=1001", Role.AUDITOR), 400);
    }

    private List<Outcome> erasures() {
        return scripted.audit.events().stream()
                .filter(event -> event.action().equals("bank erasure"))
                .map(AuditEvent::outcome)
                .toList();
    }

    private APIGatewayV2HTTPResponse get(String path, Role role) throws JOSEException {
        return api.apply(Events.of("GET", path, issuer.bearer(role, null)));
    }

    private APIGatewayV2HTTPResponse start(@Nullable String key, Role role, String input) throws JOSEException {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        return api.apply(Events.of("POST", "/admin/runs", issuer.bearer(role, null), headers, input));
    }

    private APIGatewayV2HTTPResponse erase(String path, @Nullable String confirmation) throws JOSEException {
        Map<String, String> headers = confirmation == null ? Map.of() : Map.of(EraseRoute.HEADER, confirmation);
        return api.apply(Events.of("DELETE", path, issuer.bearer(Role.ADMIN, null), headers, null));
    }

    private static JsonNode body(APIGatewayV2HTTPResponse response, int status) {
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
        return JSON.readTree(response.getBody());
    }
}
