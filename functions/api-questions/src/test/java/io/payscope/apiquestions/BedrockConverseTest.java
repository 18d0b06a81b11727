package io.payscope.apiquestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.apiquestions.BedrockStub.Received;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client against a server on loopback. */
class BedrockConverseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void requestIsSignedForBedrockAndItsPathIsEncoded() throws IOException {
        Received request;
        try (BedrockStub bedrock = BedrockStub.saying("Good.")) {
            assertThat(bedrock.client(PATIENCE).reply("be brief", "well?")).isEqualTo("Good.");
            request = bedrock.received.remove();
        }

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path())
                .isEqualTo("/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A111122223333%3Ainference-profile%2F"
                        + "eu.some.model-v1%3A0/converse");
        assertThat(request.headers().get("Authorization").getFirst())
                .matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-west-1/bedrock/aws4_request,"
                        + " SignedHeaders=[a-z0-9;-]*host;[a-z0-9;-]*x-amz-date[a-z0-9;-]*, Signature=[0-9a-f]{64}");
        assertThat(request.headers().get("Content-type")).containsExactly("application/json");
    }

    @Test
    void requestHoldsOneTurnAndTheLimits() throws IOException {
        JsonNode body;
        try (BedrockStub bedrock = BedrockStub.saying("Good.")) {
            bedrock.client(PATIENCE).reply("be brief", "well?");
            body = new JsonMapper().readTree(bedrock.received.remove().body());
        }

        assertThat(body).isEqualTo(new JsonMapper().readTree("""
            {"system":[{"text":"be brief"}],
             "messages":[{"role":"user","content":[{"text":"well?"}]}],
             "inferenceConfig":{"maxTokens":400,"temperature":0}}\
            """));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 424, 429, 500, 503})
    void throttlingAndOutagesAreTransientAndAskedOnce(int status) throws IOException {
        try (BedrockStub bedrock = new BedrockStub(status, "{\"message\":\"later\"}")) {
            assertThatExceptionOfType(TransientFault.class)
                    .isThrownBy(() -> bedrock.client(PATIENCE).reply("s", "u"))
                    .withMessageContaining(Integer.toString(status));
            assertThat(bedrock.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void refusalsAreOfTheConfiguration(int status) throws IOException {
        try (BedrockStub bedrock = new BedrockStub(status, "{\"message\":\"no\"}")) {
            assertThatExceptionOfType(ConfigFault.class)
                    .isThrownBy(() -> bedrock.client(PATIENCE).reply("s", "u"))
                    .withMessageContaining(BedrockStub.MODEL)
                    .withMessageContaining(Integer.toString(status));
        }
    }

    @Test
    void modelThatIsSilentIsNotWaitedFor() throws IOException {
        try (BedrockStub bedrock = new BedrockStub(200, "")) {
            assertThatExceptionOfType(TransientFault.class)
                    .isThrownBy(() -> bedrock.client(Duration.ofMillis(200)).reply("s", "u"))
                    .withMessageContaining("no answer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{\"stopReason\":\"end_turn\"",
                "[]",
                "{\"stopReason\":\"end_turn\"}",
                "{\"stopReason\":\"end_turn\",\"output\":{\"message\":{\"content\":[{\"text\":\" \"}]}}}",
                "{\"stopReason\":\"max_tokens\",\"output\":{\"message\":{\"content\":[{\"text\":\"There were\"}]}}}",
                "{\"stopReason\":\"guardrail_intervened\",\"output\":{\"message\":{\"content\":[{\"text\":\"No\"}]}}}",
                "{\"output\":{\"message\":{\"content\":[{\"text\":\"x\"}]}}}",
            })
    void whatIsNoWholeAnswerIsRefused(String body) throws IOException {
        try (BedrockStub bedrock = new BedrockStub(200, body)) {
            assertThatExceptionOfType(TransientFault.class)
                    .isThrownBy(() -> bedrock.client(PATIENCE).reply("s", "u"));
        }
    }

    @Test
    void answerThatIsTooLongIsRefused() throws IOException {
        try (BedrockStub bedrock = BedrockStub.saying("x".repeat(BedrockConverse.LARGEST))) {
            assertThatExceptionOfType(TransientFault.class)
                    .isThrownBy(() -> bedrock.client(PATIENCE).reply("s", "u"))
                    .withMessageContaining("longer than");
        }
    }

    @Test
    void regionsEndpointIsUsedUnlessAnotherIsNamed() {
        assertThat(BedrockConverse.endpoint(Map.of(), Region.EU_WEST_1))
                .isEqualTo(URI.create("https://bedrock-runtime.eu-west-1.amazonaws.com"));
        assertThat(BedrockConverse.endpoint(
                        Map.of("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://127.0.0.1:1"), Region.EU_WEST_1))
                .isEqualTo(URI.create("http://127.0.0.1:1"));
    }
}
