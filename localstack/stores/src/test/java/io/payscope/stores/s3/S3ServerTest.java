package io.payscope.stores.s3;

import static io.payscope.stores.s3.S3UnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3ServerTest {

    private static final int PART_BYTES = 5 << 20;

    @TempDir
    static Path folder;

    private static S3UnderTest s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3UnderTest(folder);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.csv",
                "bank=3/a b.csv",
                "a+b/c%20d.csv",
                "caf\u00e9/\u20ac.csv",
                "x=1/y=2/z&w?.json",
                "quo'te/(1)!.csv"
            })
    void keysComeBackAsTheyWent(String key) {
        s3.put("keys/" + key, "body of " + key);
        assertThat(s3.get("keys/" + key)).isEqualTo("body of " + key);
        assertThat(keys("keys/")).contains("keys/" + key);
        assertThat(keys("keys/" + key)).containsExactly("keys/" + key);
    }

    @Test
    void readsARange() {
        s3.put("range.txt", "0123456789");
        assertThat(s3.client()
                        .getObjectAsBytes(
                                get -> get.bucket(BUCKET).key("range.txt").range("bytes=2-5"))
                        .asUtf8String())
                .isEqualTo("2345");
        assertThat(s3.client()
                        .getObjectAsBytes(
                                get -> get.bucket(BUCKET).key("range.txt").range("bytes=-3"))
                        .asUtf8String())
                .isEqualTo("789");
    }

    @Test
    void putsTogetherTheParts() throws Exception {
        S3Client client = s3.client();
        String id = client.createMultipartUpload(create -> create.bucket(BUCKET).key("big.bin"))
                .uploadId();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        List<CompletedPart> parts = new ArrayList<>();
        Random random = new Random(7);
        for (int part = 1; part <= 3; part++) {
            byte[] bytes = new byte[part < 3 ? PART_BYTES : 1234];
            random.nextBytes(bytes);
            expected.write(bytes);
            int number = part;
            String tag = client.uploadPart(
                            upload -> upload.bucket(BUCKET)
                                    .key("big.bin")
                                    .uploadId(id)
                                    .partNumber(number),
                            RequestBody.fromBytes(bytes))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(part).eTag(tag).build());
        }
        assertThat(keys("big")).isEmpty();
        client.completeMultipartUpload(complete ->
                complete.bucket(BUCKET).key("big.bin").uploadId(id).multipartUpload(upload -> upload.parts(parts)));
        byte[] read = client.getObjectAsBytes(get -> get.bucket(BUCKET).key("big.bin"))
                .asByteArray();
        assertThat(read).isEqualTo(expected.toByteArray());
        assertThat(keys("")).noneMatch(key -> key.startsWith("."));
    }

    @Test
    void listsInKeyOrderAndInPages() {
        IntStream.range(0, 25).forEach(n -> s3.put("pages/%02d".formatted(n), "x"));
        List<String> paged = s3
                .client()
                .listObjectsV2Paginator(
                        list -> list.bucket(BUCKET).prefix("pages/").maxKeys(10))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
        assertThat(paged)
                .containsExactly(
                        IntStream.range(0, 25).mapToObj("pages/%02d"::formatted).toArray(String[]::new));
    }

    @Test
    void deletesAndSaysThatAKeyIsNotThere() {
        s3.put("gone", "x");
        s3.client().deleteObject(delete -> delete.bucket(BUCKET).key("gone"));
        s3.client().deleteObject(delete -> delete.bucket(BUCKET).key("never-there"));
        assertThatThrownBy(() -> s3.get("gone")).isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void refusesABadSignature() {
        try (S3Client stranger = s3.client("another-secret")) {
            assertThatThrownBy(() -> stranger.listObjectsV2(list -> list.bucket(BUCKET)))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void presignedUrlNeedsNoCredentials() throws Exception {
        s3.put("shared/a b.txt", "for you");
        try (S3Presigner presigner = presigner();
                HttpClient http = HttpClient.newHttpClient()) {
            URI url = presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(get -> get.bucket(BUCKET).key("shared/a b.txt")))
                    .url()
                    .toURI();
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("for you");
            URI bare = URI.create(s3.endpoint() + "/" + BUCKET + "/shared/a%20b.txt");
            assertThat(http.send(HttpRequest.newBuilder(bare).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void answersAWriterThatAsksBeforeItSends() throws Exception {
        s3.put("taken", "x");
        try (S3Presigner presigner = presigner();
                HttpClient http = HttpClient.newHttpClient()) {
            for (String key : List.of("taken", "free")) {
                URI url = presigner
                        .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(5))
                                .putObjectRequest(
                                        put -> put.bucket(BUCKET).key(key).ifNoneMatch("*")))
                        .url()
                        .toURI();
                HttpRequest put = HttpRequest.newBuilder(url)
                        .header("If-None-Match", "*")
                        .expectContinue(true)
                        .PUT(HttpRequest.BodyPublishers.ofString("y".repeat(1 << 20)))
                        .build();
                assertThat(http.send(put, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(key.equals("taken") ? 412 : 200);
            }
        }
    }

    @Test
    void aTakenPortIsABindException() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            S3Settings settings = new S3Settings(folder.resolve("other"), taken.getLocalPort(), BUCKET, "a", "b");
            assertThatThrownBy(() -> S3Server.start(settings)).isInstanceOf(BindException.class);
        }
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(URI.create(s3.endpoint()))
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3UnderTest.ACCESS_KEY, S3UnderTest.SECRET_KEY)))
                .build();
    }

    private static List<String> keys(String prefix) {
        return s3.client().listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
