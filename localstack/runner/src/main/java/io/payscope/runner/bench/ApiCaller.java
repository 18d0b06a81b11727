package io.payscope.runner.bench;

import io.payscope.core.model.BankId;
import io.payscope.runner.http.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the API as several principals in turn, so that the rate limit of one is not what is measured. Connections are
 * kept. Thread-safe.
 */
final class ApiCaller implements AutoCloseable {

    private static final int PRINCIPALS = 32;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Names one call, so equal refusals would count as different ones. */
    private static final Pattern REQUEST = Pattern.compile("urn:payscope:request:[0-9a-f-]+");

    private final String url;
    private final List<String> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentHashMap<String, Integer> refusals = new ConcurrentHashMap<>();

    /**
     * @param url of the front
     * @param role of the principals
     * @param bank that they are bound to, or null for none
     */
    ApiCaller(String url, String role, @Nullable BankId bank) {
        this.url = url;
        LocalIssuer issuer = LocalIssuer.ofMachine();
        Instant now = Instant.now();
        this.tokens = IntStream.range(0, PRINCIPALS)
                .mapToObj(i -> issuer.token("bench-" + i, role, bank, now))
                .toList();
    }

    boolean get(int number, String path) {
        return ok(request(number, path).GET());
    }

    boolean post(int number, String path, String body) {
        return ok(request(number, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What was answered instead of success since it was last asked, with how often. */
    String refusals() {
        String all = new TreeMap<>(refusals).toString();
        refusals.clear();
        return all;
    }

    private void refused(String answer) {
        refusals.merge(answer, 1, Integer::sum);
    }

    private HttpRequest.Builder request(int number, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.get(number % PRINCIPALS));
    }

    private boolean ok(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return true;
            }
            refused(answer.statusCode() + " " + REQUEST.matcher(answer.body()).replaceAll(""));
        } catch (IOException e) {
            refused(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused(e.toString());
        }
        return false;
    }

    @Override
    public void close() {
        http.close();
    }
}
