package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** A multipart upload whose parts are refused. */
class MultipartPutTest {

    @TempDir
    Path directory;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String method = exchange.getRequestMethod();
                requests.add(method + " " + exchange.getRequestURI().getQuery());
                boolean refused = method.equals("PUT");
                byte[] body = (refused
                                ? "<Error><Code>AccessDenied</Code></Error>"
                                : "<InitiateMultipartUploadResult><UploadId>up</UploadId>"
                                        + "</InitiateMultipartUploadResult>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(refused ? 403 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFailureRemovesTheParts() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[2_000]);
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (S3Client client = S3ObjectStore.client(new ObjectSettings("bucket", endpoint, "key", "secret"))) {
            S3ObjectStore objects = new S3ObjectStore(client, "bucket", 1_000);
            assertThatThrownBy(() -> objects.put("large", file, "text/plain"))
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("large");
        }
        assertThat(requests).containsExactly("POST uploads", "PUT partNumber=1&uploadId=up", "DELETE uploadId=up");
    }
}
