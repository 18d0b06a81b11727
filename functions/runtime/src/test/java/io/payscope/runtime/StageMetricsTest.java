package io.payscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.CheckServicesRequest;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Measured.Volume;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.core.stage.RegisteredUpload;
import io.payscope.core.stage.RegisteredUpload.Outcome;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.Store;
import io.payscope.core.stage.TrainRequest;
import io.payscope.wire.json.JsonCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line is held against the rules of the embedded metric format. */
class StageMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    private static final Set<String> UNITS = Set.of("Milliseconds", "Count", "Bytes", "None");
    private static final BankId BANK = new BankId(3);
    private static final ManifestRef MANIFEST = new ManifestRef("b", "k", "s", 40);
    private static final LoadPartRequest PART =
            new LoadPartRequest(BANK, "u1", new PartRef(0, "secret-bucket", "k", "s", 40));

    private final List<String> lines = new ArrayList<>();

    @Test
    void rowsOfAPartAreCountedForItsBankAndStage() {
        call("load-ledger", LoadPartRequest.class, PART, _ -> receipt());

        JsonNode line = only();
        assertThat(line.path("bank").asString()).isEqualTo("3");
        assertThat(line.path("stage").asString()).isEqualTo("load-ledger");
        assertThat(line.path("Rows").longValue()).isEqualTo(40);
        assertThat(line.path("Failures").intValue()).isZero();
        assertThat(line.has("Bytes")).as("a receipt knows no bytes").isFalse();
        assertThat(line.has("runId")).isFalse();
        assertThat(lines.getFirst()).doesNotContain("secret-bucket");
    }

    @Test
    void theRunIsAPropertyAndNoDimension() {
        call("train-fraud", TrainRequest.class, new TrainRequest("run-7", BANK, MANIFEST, 42), _ -> prepared());

        JsonNode line = only();
        assertThat(line.path("runId").asString()).isEqualTo("run-7");
        assertThat(line.path("Rows").longValue()).isEqualTo(40);
        assertThat(line.path("Bytes").longValue()).isEqualTo(4096);
        assertThat(directive(line).path("Dimensions").toString()).isEqualTo("[[\"bank\",\"stage\"],[]]");
    }

    @Test
    void aStageOfNoBankHasOneDimension() {
        call("check-services", CheckServicesRequest.class, new CheckServicesRequest("run-7"), _ -> "done");

        JsonNode line = only();
        assertThat(directive(line).path("Dimensions").toString()).isEqualTo("[[\"stage\"],[]]");
        assertThat(line.has("bank")).isFalse();
    }

    @Test
    void aFailureIsCountedWithTheNameOfItsFaultAndNotItsMessage() {
        assertThatThrownBy(() -> call("load-ledger", LoadPartRequest.class, PART, _ -> {
                    throw new DataFault("row 17 of a customer");
                }))
                .isInstanceOf(DataFault.class);

        JsonNode line = only();
        assertThat(line.path("Failures").intValue()).isOne();
        assertThat(line.path("fault").asString()).isEqualTo("DataFault");
        assertThat(line.has("Rows")).isFalse();
        assertThat(lines.getFirst()).doesNotContain("row 17");
    }

    @Test
    void anEventThatCannotBeDecodedIsAFailureOfTheStage() {
        StageFunction<LoadPartRequest, LoadReceipt> function =
                function("load-ledger", LoadPartRequest.class, _ -> receipt());
        assertThatThrownBy(() -> function.apply("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataFault.class);

        assertThat(only().path("Failures").intValue()).isOne();
    }

    @Test
    void costIsMemoryTimesDurationTimesPrice() {
        BigDecimal perMilli = StageMetrics.usdPerMilli(new BigDecimal("2048"), new BigDecimal("0.0000166667"));
        assertThat(perMilli).isEqualByComparingTo("0.0000000333334");
        call("load-ledger", LoadPartRequest.class, PART, _ -> receipt());
        JsonNode line = only();
        assertThat(line.path("CostUsd").decimalValue())
                .isEqualByComparingTo(
                        new BigDecimal("0.5").multiply(line.path("Duration").decimalValue()));
    }

    @Test
    void i5AStaleEventIsCountedAndAnotherEventIsNot() {
        UploadedObject object = new UploadedObject("b", "uploads/bank=3/f.csv", null, "0A");
        RegisterUploadRequest request = new RegisterUploadRequest("late", null, object);
        call("register-upload", RegisterUploadRequest.class, request, _ -> registered(Outcome.STALE, object));
        assertThat(only().path("StaleEvent").intValue()).isOne();
        lines.clear();
        call("register-upload", RegisterUploadRequest.class, request, _ -> registered(Outcome.IN_PROGRESS, object));
        assertThat(only().has("StaleEvent")).isFalse();
    }

    private static RegisteredUpload registered(Outcome outcome, UploadedObject object) {
        return new RegisteredUpload(BANK, "u1", outcome, "first", null, null, object);
    }

    @Test
    void outsideLambdaNothingIsSaidToCost() {
        StageMetrics local = StageMetrics.of(Map.of());
        assertThat(local).isNotNull();
        new StageMetrics(lines::add, Clock.fixed(NOW, ZoneOffset.UTC), Optional.empty())
                .record(new StageMetrics.Call(
                        "s",
                        Optional.empty(),
                        Optional.empty(),
                        Volume.UNKNOWN,
                        Map.of(),
                        Duration.ofMillis(12),
                        Optional.empty()));
        assertThat(only().has("CostUsd")).isFalse();
    }

    private static LoadReceipt receipt() {
        return new LoadReceipt(BANK, "u1", Store.LEDGER, 0, 40, 40, 0, 0, 0);
    }

    private static PreparedDataset prepared() {
        return new PreparedDataset(BANK, MANIFEST, 0, 4096, List.of(), null);
    }

    private <Q, R> StageFunction<Q, R> function(String name, Class<Q> type, Stage<Q, R> stage) {
        return new StageFunction<>(
                name,
                type,
                stage,
                new StageMetrics(lines::add, Clock.fixed(NOW, ZoneOffset.UTC), Optional.of(new BigDecimal("0.5"))));
    }

    private <Q, R> void call(String name, Class<Q> type, Q request, Stage<Q, R> stage) {
        function(name, type, stage).apply(JsonCodec.encode(request));
    }

    /** The only line, which has to be a valid one: Amazon CloudWatch user guide, embedded metric format. */
    private JsonNode only() {
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).doesNotContain("\n");
        JsonNode line = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(line.path("_aws").path("Timestamp").longValue()).isEqualTo(NOW.toEpochMilli());
        JsonNode directive = directive(line);
        assertThat(directive.path("Namespace").asString()).matches("[A-Za-z0-9._/#:-]{1,255}");
        for (JsonNode set : directive.path("Dimensions")) {
            assertThat(set.size()).isBetween(0, 30);
            for (JsonNode name : set) {
                assertThat(line.path(name.asString()).isString())
                        .as(name.asString())
                        .isTrue();
            }
        }
        JsonNode metrics = directive.path("Metrics");
        assertThat(metrics.size()).isBetween(1, 100);
        for (JsonNode metric : metrics) {
            assertThat(metric.path("Name").asString()).matches("[A-Za-z]{1,255}");
            assertThat(UNITS).contains(metric.path("Unit").asString());
            assertThat(line.path(metric.path("Name").asString()).isNumber())
                    .as(metric.toString())
                    .isTrue();
        }
        line.properties().stream()
                .filter(field -> !field.getKey().equals("_aws"))
                .forEach(field -> assertThat(field.getValue().isValueNode())
                        .as(field.getKey())
                        .isTrue());
        return line;
    }

    private static JsonNode directive(JsonNode line) {
        assertThat(line.path("_aws").path("CloudWatchMetrics").size()).isOne();
        return line.path("_aws").path("CloudWatchMetrics").get(0);
    }
}
