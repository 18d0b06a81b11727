package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectLinks.Content;
import io.payscope.core.port.ObjectLinks.SignedPut;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real server enforces of a link. */
class S3LinksTest {

    private static final BankId BANK = new BankId(3);
    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String CSV = "text/csv";
    private static final byte[] BODY = "id,amount\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path directory;

    private static S3ProxyFixture server;
    private static S3ObjectStore objects;
    private static S3Links links;

    @BeforeAll
    static void start() throws Exception {
        server = new S3ProxyFixture(Files.createDirectory(directory.resolve("store")));
        objects = S3ObjectStore.open(server.settings());
        links = S3Links.open(server.settings());
    }

    @AfterAll
    static void stop() throws Exception {
        links.close();
        objects.close();
        server.stop();
    }

    private static SignedPut link(String key, String sha256) {
        return links.toWrite(BANK, key, new Content(CSV, BODY.length, sha256), VALID);
    }

    private static int put(URI url, SignedPut link, byte[] body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        link.headers().forEach((name, value) -> {
            if (!name.toLowerCase(Locale.ROOT).equals("content-length")) {
                request.header(name, name.equalsIgnoreCase("content-type") ? type : value);
            }
        });
        return send(request.build()).statusCode();
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void whatIsDescribedIsWrittenAndReadByLink() throws Exception {
        String key = "uploads/bank=3/a1/file.csv";
        SignedPut link = link(key, Hashes.sha256(BODY));
        assertThat(link.headers()).containsKeys("content-length", "content-type", "x-amz-checksum-sha256");
        assertThat(put(link.url(), link, BODY, CSV)).isEqualTo(200);
        HttpResponse<byte[]> read = send(HttpRequest.newBuilder(links.toRead(BANK, key, "file \".csv", VALID))
                .build());
        assertThat(read.body()).isEqualTo(BODY);
        assertThat(read.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"file__.csv\"");
    }

    @Test
    void anotherLengthIsRefused() throws Exception {
        SignedPut link = link("uploads/bank=3/a2/file.csv", null);
        assertThat(put(link.url(), link, new byte[BODY.length + 1], CSV)).isEqualTo(403);
        assertThat(objects.head("uploads/bank=3/a2/file.csv")).isEmpty();
    }

    @Test
    void anotherTypeIsRefused() throws Exception {
        SignedPut link = link("uploads/bank=3/a3/file.csv", null);
        assertThat(put(link.url(), link, BODY, "text/html")).isEqualTo(403);
        assertThat(objects.head("uploads/bank=3/a3/file.csv")).isEmpty();
    }

    @Test
    void aLinkOpensNoOtherKey() throws Exception {
        SignedPut link = link("uploads/bank=3/a4/file.csv", null);
        URI other = URI.create(link.url().toString().replace("a4/file.csv", "a5/file.csv"));
        URI otherBank = URI.create(link.url().toString().replaceAll("bank(=|%3D)3", "bank$14"));
        assertThat(otherBank).isNotEqualTo(link.url());
        assertThat(put(other, link, BODY, CSV)).isEqualTo(403);
        assertThat(put(otherBank, link, BODY, CSV)).isEqualTo(403);
        assertThat(objects.list("uploads/bank=3/a5/")).isEmpty();
    }

    @Test
    void t9NoLinkIsMadeToAnotherBanksObject() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> links.toWrite(BANK, "uploads/bank=4/a/file.csv", new Content(CSV, 1, null), VALID));
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> links.toRead(BANK, "rejects/bank=4/u.csv.gz", "u.csv.gz", VALID));
    }

    @Test
    void aLinkIsNotInItsText() {
        SignedPut link = link("uploads/bank=3/a6/file.csv", null);
        assertThat(link.toString()).doesNotContain("Signature").doesNotContain("uploads");
    }
}
