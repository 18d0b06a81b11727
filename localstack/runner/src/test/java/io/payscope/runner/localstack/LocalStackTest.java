package io.payscope.runner.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.runner.asl.ServiceCorpus;
import io.payscope.runner.testing.MobileMoneyFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deploys the app to LocalStack as {@code localstack/deploy} does, uploads a file, and compares the manifest that the
 * ingest makes with the runner's. There is no vector index in this tier, so the upload itself ends as FAILED there.
 */
class LocalStackTest {

    private static final String SKIPPED = "SKIPPED, 2 tests: no Docker, so nothing was deployed to LocalStack";
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int ROWS = 300;
    private static final String UPLOAD = "uploads/bank=3/localstack.csv";
    private static final String PARTS = "parts/bank=3/";
    private static final StaticCredentialsProvider ANY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @TempDir
    private static Path folder;

    private static Optional<Network> network = Optional.empty();
    private static LocalStackContainer aws;
    private static GenericContainer<?> postgres;
    private static GenericContainer<?> neo4j;

    @BeforeAll
    static void start() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.getLogger(LocalStackTest.class.getName()).log(Level.WARNING, SKIPPED);
        }
        assumeTrue(docker, SKIPPED);
        Network shared = Network.newNetwork();
        network = Optional.of(shared);
        postgres = new GenericContainer<>(DockerImageName.parse("postgres:18"))
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(ROOT.resolve("localstack/init/roles.sql")),
                        "/docker-entrypoint-initdb.d/roles.sql")
                .withNetwork(shared)
                .withNetworkAliases("postgres");
        neo4j = new GenericContainer<>(DockerImageName.parse("neo4j:5.26-community"))
                .withEnv("NEO4J_AUTH", "none")
                .withNetwork(shared)
                .withNetworkAliases("neo4j");
        aws = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                .withEnv("LAMBDA_DOCKER_NETWORK", shared.getId())
                .withNetwork(shared);
        postgres.start();
        neo4j.start();
        aws.start();
    }

    @AfterAll
    static void stop() {
        if (network.isPresent()) {
            aws.stop();
            neo4j.stop();
            postgres.stop();
            network.get().close();
        }
    }

    @Test
    void uploadedFileBecomesTheManifestThatTheRunnerMakesOfIt() throws Exception {
        String file = MobileMoneyFile.of(1, 1 + ROWS);
        JsonNode expected = ManifestContent.ofRunner(folder.resolve("runner"), UPLOAD, file, PARTS);
        assertThat(expected.path("rowsKept").asInt()).isEqualTo(ROWS);
        JsonNode outputs = deployed();
        String bucket = output(outputs, "DataBucket");
        try (S3Client s3 = S3Client.builder()
                        .endpointOverride(aws.getEndpoint())
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(ANY)
                        .build();
                SfnClient sfn = sfn(aws.getEndpoint())) {
            s3.putObject(r -> r.bucket(bucket).key(UPLOAD), RequestBody.fromString(file));
            assertThat(ended(sfn, output(outputs, "IngestArn"))).isTrue();

            JsonNode found = ManifestContent.among(
                    s3.listObjectsV2(r -> r.bucket(bucket).prefix(PARTS)).contents().stream()
                            .map(S3Object::key)
                            .toList(),
                    key -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray());
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void casesOfTheCorpusEndAsTheyDoHere() throws Exception {
        try (SfnClient sfn = sfn(aws.getEndpoint())) {
            assertThat(new ServiceCorpus(sfn).run()).isGreaterThanOrEqualTo(20);
        }
    }

    private static JsonNode deployed() throws IOException, InterruptedException {
        Path outputs = folder.resolve("outputs.json");
        Path log = folder.resolve("deploy.log");
        Process deploy = new ProcessBuilder(
                        ROOT.resolve("localstack/deploy").toString(),
                        aws.getEndpoint().toString(),
                        outputs.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(deploy.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("the deployment ended")
                .isTrue();
        assertThat(deploy.exitValue()).as(Files.readString(log)).isZero();
        return JsonMapper.shared().readTree(Files.readString(outputs));
    }

    private static String output(JsonNode stacks, String name) {
        for (JsonNode stack : stacks) {
            if (stack.path(name).isString()) {
                return stack.path(name).asString();
            }
        }
        throw new AssertionError("no stack has the output " + name);
    }

    /** Whether an execution of the state machine appears and comes to an end. */
    private static boolean ended(SfnClient sfn, String machine) {
        Instant limit = Instant.now().plus(LONG);
        while (Instant.now().isBefore(limit)) {
            List<ExecutionListItem> all =
                    sfn.listExecutions(r -> r.stateMachineArn(machine)).executions();
            if (!all.isEmpty() && all.getFirst().status() != ExecutionStatus.RUNNING) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private static SfnClient sfn(URI endpoint) {
        return SfnClient.builder()
                .endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .credentialsProvider(ANY)
                .build();
    }
}
