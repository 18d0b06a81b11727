package io.payscope.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.DataSource;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.PrepareDatasetRequest;
import io.payscope.core.stage.RegisterUploadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {

    private static final String REQUEST = "{\"bankId\":3,\"rawPrefix\":\"raw/\",\"rowsPerBank\":null,\"runId\":\"r1\","
            + "\"seed\":42,\"skipDownload\":false,\"source\":\"SIMULATED\"}";

    @Test
    void writesPropertiesInOrderAndReadsThemBack() {
        PrepareDatasetRequest request =
                new PrepareDatasetRequest("r1", new BankId(3), DataSource.SIMULATED, "raw/", null, false, 42);

        assertThat(JsonCodec.encode(request)).asString(StandardCharsets.UTF_8).isEqualTo(REQUEST);
        assertThat(decode(REQUEST, PrepareDatasetRequest.class)).isEqualTo(request);
    }

    @Test
    void fieldsOfAnyObjectAreReadAndANullIsAbsent() {
        byte[] json = "{\"a\":1,\"split\":null,\"inner\":{\"b\":null}}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonCodec.fields(json)).containsOnlyKeys("a", "inner").containsEntry("a", 1);
        for (String none : new String[] {"null", "[]", "{", "1"}) {
            assertThatThrownBy(() -> JsonCodec.fields(none.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(DataFault.class);
        }
    }

    @Test
    void anOptionalFieldMayBeAbsent() {
        assertThat(decode(REQUEST.replace("\"rowsPerBank\":null,", ""), PrepareDatasetRequest.class)
                        .rowsPerBank())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\"}",
                "{\"bucket\":null,\"key\":\"k\",\"sha256\":\"s\",\"rows\":1}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":null}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":\"1\"}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":1.5}",
                "{\"Bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":1}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":1,\"extra\":1}",
                "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"s\",\"rows\":1} {}"
            })
    void refusesWhatIsNotExactlyTheRecord(String json) {
        assertThatThrownBy(() -> decode(json, ManifestRef.class)).isInstanceOf(DataFault.class);
    }

    @Test
    void findsAMissingFieldInARecordWithinARecord() {
        String json = "{\"executionId\":\"e\",\"object\":{\"bucket\":\"b\",\"entityTag\":null}}";

        assertThatThrownBy(() -> decode(json, RegisterUploadRequest.class))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "40000", "\"3\"", "3.0"})
    void refusesABankThatCannotBe(String bank) {
        assertThatThrownBy(() ->
                        decode(REQUEST.replace("\"bankId\":3", "\"bankId\":" + bank), PrepareDatasetRequest.class))
                .isInstanceOf(DataFault.class);
    }

    @Test
    void equalMapsGiveEqualBytesWhateverTheirOrder() {
        ModelOutcome one = outcome(Map.of("a", 1.0, "b", 2.0, "c", 3.0));
        ModelOutcome other = outcome(Map.of("c", 3.0, "b", 2.0, "a", 1.0));

        assertThat(JsonCodec.encode(one)).isEqualTo(JsonCodec.encode(other));
    }

    private static ModelOutcome outcome(Map<String, Double> metrics) {
        return new ModelOutcome(
                new BankId(1), ModelOutcome.Kind.FRAUD, ModelOutcome.Status.TRAINED, "", "k", "s", metrics);
    }

    private static <T> T decode(String json, Class<T> type) {
        return JsonCodec.decode(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
