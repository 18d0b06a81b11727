package io.payscope.runner.testing;

import io.payscope.core.model.BankId;
import io.payscope.http.Policy;
import io.payscope.http.Router;
import io.payscope.runner.http.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API, and holds every answer against its description. */
public final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final ApiDescription description;
    private final Set<Policy> succeeded = new HashSet<>();

    /** @param url of a running front */
    public ApiClient(String url) throws IOException, InterruptedException {
        this.url = url;
        this.description = new ApiDescription(http.send(
                        HttpRequest.newBuilder(URI.create(url + "/openapi.yaml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /**
     * Who asks.
     *
     * @param role of the token
     * @param bank that it is bound to, or null
     */
    public record Caller(String role, @Nullable BankId bank) {

        /** A caller of a bank. */
        public static Caller of(String role, int bank) {
            return new Caller(role, new BankId(bank));
        }
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param body JSON, or the text as it is
     */
    public record Answered(int status, JsonNode body) {}

    /**
     * Asks.
     *
     * @param caller null to ask without a token
     * @param request such as {@code GET /health}
     * @param body empty for none
     * @param headers names and values in turn
     */
    public Answered ask(@Nullable Caller caller, String request, String body, String... headers)
            throws IOException, InterruptedException {
        String[] line = request.split(" ", 2);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + line[1]))
                .timeout(LONG)
                .method(
                        line[0],
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        if (caller != null) {
            builder.header(
                    "Authorization",
                    "Bearer " + LocalIssuer.ofMachine().token("tester", caller.role(), caller.bank(), Instant.now()));
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        return checked(line[0], line[1], response);
    }

    private Answered checked(String method, String path, HttpResponse<String> response) {
        Policy route = Router.find(method, path.replaceFirst("\\?.*", ""))
                .orElseThrow(() -> new AssertionError(method + " " + path + " is no route"))
                .route();
        String mediaType = response.headers().firstValue("content-type").orElse("");
        description.check(route, response.statusCode(), mediaType, response.body());
        if (response.statusCode() < 300) {
            succeeded.add(route);
        }
        return new Answered(
                response.statusCode(),
                mediaType.endsWith("json") ? JSON.readTree(response.body()) : JSON.valueToTree(response.body()));
    }

    /** The routes that have answered with success so far. */
    public Set<Policy> succeeded() {
        return Set.copyOf(succeeded);
    }

    @Override
    public void close() {
        http.close();
    }
}
