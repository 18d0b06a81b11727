package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.host.FunctionHost;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StoreEndpoints;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.http.LocalIssuer;
import io.payscope.runner.isolated.IsolatedFunctions;
import io.payscope.runner.stepfunctions.StepFunctionsServer;
import io.payscope.runner.testing.PayscopeCommand;
import io.payscope.runner.testing.ValidationAnswer;
import io.payscope.runner.trigger.Announced;
import io.payscope.runner.trigger.UploadTrigger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command {@code up} starts, with the clients that come from outside. */
final class RunningSystem implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(3);

    private static final int CALLS_AT_ONCE = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final OutFolder folder;
    private final LocalSystem system;
    private final StepFunctionsServer states;
    private final UploadTrigger trigger;
    private final BlockingQueue<Execution> ingests = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();

    RunningSystem(Path out) {
        this.folder = OutFolder.take(out);
        Home home = new Home(Path.of("../..").toAbsolutePath().normalize());
        this.system = LocalSystem.start(
                home, StoresProcess.start(home, folder.state(), StorePorts.ANY), 0, _ -> {}, functions(home, folder));
        this.states = StepFunctionsServer.start(0, system.stateMachines(), system.executions());
        system.announceStates(states.uri());
        this.trigger = new UploadTrigger(
                system.objects(),
                new Announced(folder.root().resolve("announced.txt")),
                event -> ingests.add(system.startIngest(event)),
                Clock.systemUTC());
        trigger.start();
    }

    /** With the property {@code payscope.native} the functions run from their zips, the native ones where built. */
    private static Functions.Maker functions(Home home, OutFolder folder) {
        if (!Boolean.getBoolean("payscope.native")) {
            return FunctionHost::new;
        }
        return settings -> new IsolatedFunctions(
                home.root().resolve("functions"), folder.functions(), folder.logs(), settings, true, CALLS_AT_ONCE);
    }

    LocalSystem system() {
        return system;
    }

    URI statesUri() {
        return states.uri();
    }

    /** Puts an object by a client that knows the endpoint and the credentials only. */
    void upload(String key, String body) {
        StoreEndpoints.S3 s3 = system.endpoints().s3();
        try (S3Client client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(URI.create(s3.endpoint()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                .build()) {
            client.putObject(request -> request.bucket(s3.bucket()).key(key), RequestBody.fromString(body));
        }
    }

    /** The variables that {@code up} prints. */
    Map<String, String> environment() {
        StoreEndpoints.S3 s3 = system.endpoints().s3();
        return Map.of(
                "AWS_ENDPOINT_URL_S3", s3.endpoint(),
                "AWS_ENDPOINT_URL_SFN", states.uri().toString(),
                "AWS_ACCESS_KEY_ID", s3.accessKey(),
                "AWS_SECRET_ACCESS_KEY", s3.secretKey());
    }

    /** The command on this system's bucket. */
    PayscopeCommand payscope() {
        return new PayscopeCommand(environment(), system.objects().bucket());
    }

    SfnClient sfn() {
        return SfnClient.builder()
                .endpointOverride(states.uri())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .build();
    }

    /** The end of the next ingest that the trigger starts. */
    ExecutionEnd nextIngest() throws InterruptedException {
        Execution ingest = ingests.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(ingest).as("an ingest that the trigger started").isNotNull();
        return end(ingest);
    }

    /** Puts an object; returns the end of the ingest that it starts. */
    ExecutionEnd ingested(String key, String body) throws InterruptedException {
        upload(key, body);
        return nextIngest();
    }

    /** The output of an ingest, which has to have succeeded. */
    static JsonNode output(ExecutionEnd end) {
        assertThat(end.status()).as(end.cause().orElse("")).isEqualTo(ExecutionStatus.SUCCEEDED);
        return JSON.readTree(end.output().orElseThrow().text());
    }

    static ExecutionEnd end(Execution execution) throws InterruptedException {
        return execution.await(LONG).orElseThrow(() -> new AssertionError(execution.arn() + " has not ended"));
    }

    /** Asks the admin endpoint; without a role the request carries no token. */
    HttpResponse<String> ask(@Nullable String role) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.apiUrl() + "/admin/validate-datasets"))
                .timeout(LONG);
        if (role != null) {
            request.header("Authorization", "Bearer " + LocalIssuer.ofMachine().token("tester", role, Instant.now()));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks the API with a token that is bound to a bank; an empty body is none. */
    HttpResponse<String> ask(String method, String path, String body, String role, BankId bank)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.apiUrl() + path))
                .timeout(LONG)
                .header("Authorization", "Bearer " + LocalIssuer.ofMachine().token("tester", role, bank, Instant.now()))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file by a signed link. */
    int put(URI link, Map<String, String> headers, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(link).timeout(LONG).PUT(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            // The client sets both itself, from the link and the body.
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    ValidationAnswer validated() throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("ADMIN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ValidationAnswer.of(JSON.readTree(answer.body()));
    }

    List<ObjectHead> receipts() {
        return system.objects().list("receipts/");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        trigger.close();
        states.close();
        http.close();
        system.close();
        folder.close();
    }
}
