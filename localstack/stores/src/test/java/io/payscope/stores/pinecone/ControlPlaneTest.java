package io.payscope.stores.pinecone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinecone.exceptions.PineconeAlreadyExistsException;
import io.pinecone.exceptions.PineconeAuthorizationException;
import io.pinecone.exceptions.PineconeBadRequestException;
import io.pinecone.exceptions.PineconeForbiddenException;
import io.pinecone.exceptions.PineconeNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.db_control.client.model.IndexModel;

class ControlPlaneTest {

    @TempDir
    Path folder;

    private ServerUnderTest server;

    @BeforeEach
    void start() throws Exception {
        server = new ServerUnderTest(folder, "control");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describesWhatWasCreated() {
        server.client()
                .createServerlessIndex("control", "cosine", 768, "aws", "eu-west-1", "disabled", Map.of("a", "b"));
        IndexModel described = server.client().describeIndex("control");
        assertThat(described.getName()).isEqualTo("control");
        assertThat(described.getDimension()).isEqualTo(768);
        assertThat(described.getMetric()).isEqualTo("cosine");
        assertThat(described.getHost()).startsWith("http://127.0.0.1:");
        assertThat(described.getStatus().getReady()).isTrue();
        assertThat(described.getTags()).isEqualTo(Map.of("a", "b"));
        assertThat(described.getSpec().getIndexModelServerless().getServerless().getRegion())
                .isEqualTo("eu-west-1");
        assertThat(server.client().listIndexes().getIndexes())
                .extracting(IndexModel::getName)
                .containsExactly("control");
    }

    @Test
    void refusesASecondIndexOfTheSameName() {
        server.createIndex();
        assertThatThrownBy(server::createIndex).isInstanceOf(PineconeAlreadyExistsException.class);
    }

    @Test
    void refusesNamesThatPineconeRefuses() {
        assertThatThrownBy(() -> server.client()
                        .createServerlessIndex("../up", "cosine", 768, "aws", "us-east-1", "disabled", Map.of()))
                .isInstanceOf(PineconeBadRequestException.class);
    }

    @Test
    void deletesAnIndexWithItsFolder() {
        server.createIndex();
        server.client().deleteIndex("control");
        assertThatThrownBy(() -> server.client().describeIndex("control"))
                .isInstanceOf(PineconeNotFoundException.class);
        assertThatThrownBy(() -> server.client().deleteIndex("control")).isInstanceOf(PineconeNotFoundException.class);
        assertThat(folder.resolve("control")).doesNotExist();
    }

    @Test
    void recreatedIndexListensWhereItDid() {
        server.createIndex();
        String before = server.client().describeIndex("control").getHost();
        server.client().deleteIndex("control");
        server.createIndex();
        assertThat(server.client().describeIndex("control").getHost()).isEqualTo(before);
    }

    @Test
    void protectedIndexIsNotDeleted() {
        server.client().createServerlessIndex("safe", "cosine", 4, "aws", "us-east-1", "enabled", Map.of());
        assertThatThrownBy(() -> server.client().deleteIndex("safe")).isInstanceOf(PineconeForbiddenException.class);
    }

    @Test
    void everyCallNeedsTheKey() {
        server.createIndex();
        assertThatThrownBy(() -> server.client("another-key").listIndexes())
                .isInstanceOf(PineconeAuthorizationException.class);
    }

    @Test
    void answersWhatItDoesNotOfferWith501() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.controlUrl() + "/indexes/control"))
                .header("Api-Key", ServerUnderTest.KEY)
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(response.body()).contains("UNIMPLEMENTED");
        }
    }

    @Test
    void aCreationThatWasCutShortIsForgotten() throws Exception {
        Files.createDirectory(folder.resolve("half"));
        Files.writeString(folder.resolve("half").resolve("vectors.log"), "");
        server.close();
        server = new ServerUnderTest(folder, "half");
        assertThat(Objects.requireNonNullElse(server.client().listIndexes().getIndexes(), List.of()))
                .isEmpty();
        server.createIndex();
        assertThat(server.client().describeIndex("half").getName()).isEqualTo("half");
    }
}
