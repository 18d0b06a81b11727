package io.payscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SecretsTest {

    private static final String ARN = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:graph-AbCdEf";

    private final List<String> requests = new ArrayList<>();
    private int status = 200;
    private String answer = "{\"SecretString\":\"{\\\"password\\\":\\\"opens=it,#\\\",\\\"key\\\":\\\"\\\"}\"}";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSecretStandsForItsVariablesAndIsReadOnce() {
        Secrets secrets = read("PAYSCOPE_GRAPH_PASSWORD=" + ARN + "#password,KAGGLE_KEY=" + ARN + "#key");

        assertThat(secrets.over(Map.of("HOME", "/tmp")))
                .containsOnly(Map.entry("HOME", "/tmp"), Map.entry("PAYSCOPE_GRAPH_PASSWORD", "opens=it,#"));
        assertThat(secrets.toString()).contains("PAYSCOPE_GRAPH_PASSWORD").doesNotContain("opens");
        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("secretsmanager.GetSecretValue AWS4-HMAC-SHA256 Credential=id/")
                .contains("/eu-west-1/secretsmanager/aws4_request")
                .endsWith("{\"SecretId\":\"" + ARN + "\"}");
    }

    @Test
    void nothingListedCallsNobody() {
        assertThat(Secrets.read("").values()).isEmpty();
    }

    @Test
    void missingFieldIsNamedAndNoValueShown() {
        assertThatThrownBy(() -> read("A=" + ARN + "#absent"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("'absent'")
                .hasMessageNotContaining("opens");
    }

    @Test
    void refusalIsConfigurationAndFailureIsTransient() {
        status = 400;
        answer = "{\"__type\":\"AccessDeniedException\"}";
        assertThatThrownBy(() -> read("A=" + ARN + "#password")).isInstanceOf(ConfigFault.class);
        status = 503;
        assertThatThrownBy(() -> read("A=" + ARN + "#password")).isInstanceOf(TransientFault.class);
    }

    @Test
    void whatIsNoJsonIsNotQuoted() {
        answer = "{\"SecretString\":\"hunter2\"}";

        assertThatThrownBy(() -> read("A=" + ARN + "#password"))
                .isInstanceOf(ConfigFault.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void malformedListIsRefused() {
        assertThatThrownBy(() -> read("A=" + ARN))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("ARN#field");
    }

    private Secrets read(String listed) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return Secrets.read(
                listed,
                new SecretReader(
                        endpoint,
                        Region.EU_WEST_1,
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))));
    }
}
