package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** upload against recorded S3 and Step Functions; LocalSystemTest runs it against the real local ones. */
class UploadCommandTest {

    private static final String SECRET = "not-to-be-printed";
    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", SECRET);
    private static final Function<String, Map<String, Object>> LOADED = key -> Map.of(
            "status",
            "SUCCEEDED",
            "output",
            "{\"outcome\":\"LOADED\",\"winner\":\"arn:x\",\"upload\":{\"bankId\":3,\"uploadId\":\"0123456789abcdef\","
                    + "\"rows\":12,\"ledgerInserted\":10,\"graphInserted\":10,\"documents\":3}}");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void signIn() throws IOException {
        CREDENTIALS.forEach(System::setProperty);
        file = Files.writeString(folder.resolve("mine.csv"), "step,type\n");
    }

    @AfterEach
    void signOut() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
    }

    private Ran upload(FakeAws aws, Object from, String bank, Object... more) {
        Object[] arguments = Stream.concat(
                        Stream.of(
                                "upload",
                                from,
                                "--bank",
                                bank,
                                "--bucket",
                                FakeAws.BUCKET,
                                "--endpoint",
                                aws.url(),
                                "--sfn-endpoint",
                                aws.url()),
                        Stream.of(more))
                .toArray();
        Ran ran = Ran.payscope(arguments);
        assertThat(ran.all()).doesNotContain(SECRET, "\tat ");
        return ran;
    }

    @Test
    void fileIsSentAndItsIngestReported() throws IOException {
        try (FakeAws aws = new FakeAws(LOADED)) {
            Ran ran = upload(aws, file, "3", "--json");

            assertThat(ran.exitCode()).as(ran.all()).isZero();
            assertThat(aws.requests()).contains("PUT /bucket/uploads/bank=3/mine.csv");
            JsonNode loaded = ran.json().path("result").path("files").path(0).path("loaded");
            assertThat(loaded.path("outcome").asString()).isEqualTo("LOADED");
            assertThat(loaded.path("execution").asString()).isEqualTo("arn:uploads/bank=3/mine.csv");
            assertThat(loaded.path("inserted").asInt()).isEqualTo(10);
            assertThat(loaded.path("alreadyPresent").asInt()).isEqualTo(2);
        }
    }

    @Test
    void ingestThatFailsIsNamedWithItsCause() throws IOException {
        try (FakeAws aws = new FakeAws(key -> Map.of(
                "status", "FAILED", "error", "io.payscope.core.fault.DataFault", "cause", "line 1: wrong header"))) {
            Ran ran = upload(aws, file, "3");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("uploads/bank=3/mine.csv", "DataFault: line 1: wrong header");
        }
    }

    @Test
    void oneOfTwoFilesMakesItPartial() throws IOException {
        Files.createDirectories(folder.resolve("data/bank-1"));
        Files.createDirectories(folder.resolve("data/bank-3"));
        Files.writeString(folder.resolve("data/bank-1/creditcard.csv"), "Time\n");
        Files.writeString(folder.resolve("data/bank-3/PS_20174392719_1491204439457_log.csv"), "step\n");
        try (FakeAws aws = new FakeAws(
                key -> key.contains("bank=3") ? LOADED.apply(key) : Map.of("status", "FAILED", "cause", "no"))) {
            Ran ran = upload(aws, folder.resolve("data"), "all", "--json");

            assertThat(ran.exitCode()).isEqualTo(3);
            assertThat(ran.json().path("result").path("files")).hasSize(1);
            assertThat(ran.json()
                            .path("result")
                            .path("failed")
                            .path(0)
                            .path("key")
                            .asString())
                    .isEqualTo("uploads/bank=1/creditcard.csv");
        }
    }

    @Test
    void partsOfThePreparedDatasetAreSent() throws IOException {
        Ran.payscope("simulate", "--bank", 3, "--rows", 200, "--out", folder.resolve("data"));
        Path out = folder.resolve("out");
        Ran.payscope("prepare", "--bank", 3, "--data", folder.resolve("data"), "--out", out, "--rows", 200);
        try (FakeAws aws = new FakeAws(LOADED)) {
            Ran ran = upload(aws, out, "all", "--no-wait");

            assertThat(ran.exitCode()).as(ran.all()).isZero();
            assertThat(aws.requests())
                    .singleElement()
                    .asString()
                    .matches("PUT /bucket/uploads/bank=3/[0-9a-f]{12}-part-00000.csv.gz");
        }
    }

    @Test
    void failedMultipartUploadIsAborted() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw");
                FakeAws aws = new FakeAws(LOADED)) {
            large.setLength(65L << 20);
            aws.refusePart(2);

            Ran ran = upload(aws, file, "3", "--no-wait");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("AccessDenied");
            assertThat(aws.requests()).contains("DELETE /bucket/uploads/bank=3/mine.csv?uploadId=u1");
        }
    }

    @Test
    void ingestThatDoesNotEndIsGivenUpInTime() throws IOException {
        try (FakeAws aws = new FakeAws(key -> Map.of("status", "RUNNING"))) {
            Ran ran = upload(aws, file, "3", "--timeout", 1);

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("arn:uploads/bank=3/mine.csv has not ended within 1 s");
        }
    }

    @Test
    void manifestThatCannotBeReadIsNamed() throws IOException {
        try (FakeAws aws = new FakeAws(LOADED)) {
            aws.put("parts/bank=3/upload=0123456789abcdef/manifest.json", "{}");

            Ran ran = upload(aws, file, "3");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("DatasetManifest");
        }
    }

    @Test
    void fileThatIsNotThereIsNamedBeforeAnythingIsAsked() throws IOException {
        try (FakeAws aws = new FakeAws(LOADED)) {
            assertThat(upload(aws, folder.resolve("none.csv"), "3").err()).contains("none.csv: no such file");
            assertThat(upload(aws, file, "all").err()).contains("name it by --bank N");
            assertThat(aws.requests()).isEmpty();
        }
    }

    @Test
    void missingCredentialsAreExplained() throws IOException {
        signOut();
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
        System.setProperty("aws.configFile", folder.resolve("none").toString());
        try (FakeAws aws = new FakeAws(LOADED)) {
            Ran ran = upload(aws, file, "3");

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("AWS_ACCESS_KEY_ID", "aws configure");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
            System.clearProperty("aws.sharedCredentialsFile");
            System.clearProperty("aws.configFile");
        }
    }
}
