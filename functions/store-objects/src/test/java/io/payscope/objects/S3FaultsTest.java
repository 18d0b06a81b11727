package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the store answers, against a server that answers anything. */
class S3FaultsTest {

    private HttpServer server;
    private S3ObjectStore objects;
    private int status;
    private String body = "";
    private int promised;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length + promised);
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
            }
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        objects = S3ObjectStore.open(new ObjectSettings("bucket", endpoint, "key", "secret"));
    }

    @AfterEach
    void stop() {
        objects.close();
        server.stop(0);
    }

    private void answer(int code, String error) {
        status = code;
        body = "<Error><Code>" + error + "</Code><Message>m</Message></Error>";
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError, TransientFault",
        "503, SlowDown, TransientFault",
        "503, ServiceUnavailable, TransientFault",
        "429, TooManyRequests, TransientFault",
        "400, RequestTimeout, TransientFault",
        "409, OperationAborted, TransientFault",
        "403, AccessDenied, ConfigFault",
        "400, AuthorizationHeaderMalformed, ConfigFault",
        "301, PermanentRedirect, ConfigFault",
        "501, NotImplemented, ConfigFault",
        "404, NoSuchBucket, ConfigFault",
        "404, NoSuchKey, DataFault",
        "416, InvalidRange, BugFault"
    })
    void anAnswerIsOneOfTheFourFaults(int code, String error, String fault) {
        answer(code, error);
        assertThatThrownBy(() -> objects.open("some/key"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("some/key")
                .hasMessageContaining(error)
                .hasCauseInstanceOf(Exception.class)
                .extracting(thrown -> thrown.getClass().getSimpleName())
                .isEqualTo(fault);
    }

    @Test
    void anUnmetConditionIsNoFault() {
        answer(412, "PreconditionFailed");
        assertThat(objects.putIfAbsent("key", new byte[1], "text/plain")).isFalse();
        answer(409, "ConditionalRequestConflict");
        assertThat(objects.putIfAbsent("key", new byte[1], "text/plain")).isFalse();
    }

    @Test
    void aBodyThatEndsEarlyIsNotTakenForWhole() throws IOException {
        status = 200;
        body = "half of it";
        promised = 10;
        try (InputStream in = objects.open("key")) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> objects.find("key")).isInstanceOf(TransientFault.class);
    }

    @Test
    void noCredentialsIsWrongConfiguration() {
        assertThat(S3Faults.of(
                        "reading",
                        SdkClientException.create("Unable to load credentials from any of the providers in the chain")))
                .isInstanceOf(ConfigFault.class);
        assertThat(S3Faults.of("reading", SdkClientException.create("Connection reset")))
                .isInstanceOf(TransientFault.class)
                .isNotInstanceOf(DataFault.class);
    }
}
