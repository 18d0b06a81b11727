package io.payscope.runner.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WireTest {

    private static LocalStates states;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        states = new LocalStates();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        states.close();
    }

    private static HttpResponse<String> post(String target, String body, boolean signed) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(states.uri())
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signed) {
            request.header("Authorization", "AWS4-HMAC-SHA256 Credential=any");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void expectError(HttpResponse<String> answer, int status, String type, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
        Map<?, ?> body = (Map<?, ?>) Json.parse(answer.body());
        assertThat(body.get("__type")).isEqualTo(type);
        assertThat((String) body.get("message")).contains(message);
    }

    @Test
    void unsignedRequestIsForbidden() throws Exception {
        expectError(
                post("AWSStepFunctions.ListStateMachines", "{}", false),
                403,
                "MissingAuthenticationTokenException",
                "must be signed");
    }

    @Test
    void unknownOperationIsRefused() throws Exception {
        expectError(
                post("AWSStepFunctions.CreateActivity", "{}", true),
                400,
                "UnknownOperationException",
                "CreateActivity");
        expectError(post("DynamoDB.ListTables", "{}", true), 400, "UnknownOperationException", "DynamoDB");
    }

    @Test
    void wrongMembersAreRefused() throws Exception {
        String list = "AWSStepFunctions.ListStateMachines";
        expectError(post(list, "{\"maxResults\":1001}", true), 400, "ValidationException", "0 to 1000");
        expectError(post(list, "{\"maxResults\":\"5\"}", true), 400, "ValidationException", "maxResults");
        expectError(post(list, "{\"tags\":[]}", true), 400, "ValidationException", "tags");
        expectError(post(list, "{", true), 400, "SerializationException", "");
        expectError(post(list, "[]", true), 400, "SerializationException", "object");
        expectError(post("AWSStepFunctions.StartExecution", "{}", true), 400, "ValidationException", "stateMachineArn");
        expectError(
                post("AWSStepFunctions.StartExecution", "{\"stateMachineArn\":5}", true),
                400,
                "ValidationException",
                "expected a string");
    }

    @Test
    void timesAreEpochSecondsWithoutExponent() throws Exception {
        HttpResponse<String> answer = post("AWSStepFunctions.ListStateMachines", "{}", true);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
        assertThat(answer.body()).containsPattern("\"creationDate\":\\d{10}\\.\\d{3}[,}]");
    }
}
