package io.payscope.datasets.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Kaggle on this machine: the API on one port with its current and its older routes, the storage on another. What
 * comes next from either can be scripted.
 */
public final class KaggleStub implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BASE = "/api/v1/";

    /** When every competition file was last changed, unless a test says otherwise. */
    public static final Instant MODIFIED = Instant.parse("2019-07-15T00:19:31Z");

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Queue<StubReply> replies = new ConcurrentLinkedQueue<>();
    private final Map<String, TreeMap<Integer, String>> versions = new ConcurrentHashMap<>();
    private final StubStorage storage = new StubStorage(seen);
    private final StubServer api = new StubServer(this::answer);
    private volatile String authorization = "";
    private volatile @Nullable StubReply missingRoute;
    private volatile boolean direct;

    /** @return what to set as the Kaggle endpoint */
    public String endpoint() {
        return api.url();
    }

    /** Publishes a version of a dataset, {@code owner/slug}. */
    public void dataset(String name, int version, byte[] archive) {
        String id = name.replace('/', '-') + "-" + version;
        storage.put(id, "archive.zip", archive, MODIFIED);
        versions.computeIfAbsent(name, _ -> new TreeMap<>()).put(version, id);
    }

    /**
     * Publishes a file of a competition.
     *
     * @param stored its bytes as the storage has them, zipped perhaps
     */
    public void competitionFile(String competition, String file, byte[] stored, Instant modified) {
        boolean zipped = stored.length > 1 && stored[0] == 'P' && stored[1] == 'K';
        storage.put(competition + "-" + file, zipped ? file + ".zip" : file, stored, modified);
    }

    /** From now on every request to the API must carry this token. */
    public void requireBearer(String token) {
        authorization = "Bearer " + token;
    }

    /** From now on every request to the API must carry this user and key. */
    public void requireBasic(String user, String key) {
        byte[] pair = (user + ":" + key).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** From now on the current routes are not there. */
    public void withoutCurrentRoutes(StubReply answer) {
        missingRoute = answer;
    }

    /** From now on the API sends files itself. */
    public void serveDirectly() {
        direct = true;
    }

    /** What the API answers to its next request; further calls queue up. */
    public void next(StubReply reply) {
        replies.add(reply);
    }

    /** What the storage does to its next request; further calls queue up. */
    public void next(StubTrick trick) {
        storage.next(trick);
    }

    /** Makes every link given out so far useless. */
    public void expireLinks() {
        storage.expireLinks();
    }

    /** @return a link to a version of a dataset, as the API gives them out */
    public String link(String dataset, int version) {
        return storage.link(versions.get(dataset).get(version));
    }

    /** @return every request so far: method and route, {@code storage} and the range for the storage */
    public List<String> requests() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(BASE)) {
            StubServer.send(exchange, StubReply.empty(path.equals("/") ? 200 : 404));
            return;
        }
        String route = path.substring(BASE.length());
        seen.add(exchange.getRequestMethod() + " " + route);
        StubReply scripted = replies.poll();
        StubServer.send(exchange, scripted == null ? answer(exchange, route, body) : scripted);
    }

    private StubReply answer(HttpExchange exchange, String route, byte[] body) {
        boolean current = exchange.getRequestMethod().equals("POST");
        StubReply missing = missingRoute;
        if (current && missing != null) {
            return missing;
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean wrong = !authorization.isEmpty() && !given.equals(authorization);
        if (wrong || given.equals("null") && route.startsWith("competitions")) {
            return StubReply.json(401, "{\"code\":401,\"message\":\"Unauthenticated\"}");
        }
        return current
                ? current(route, JSON.readTree(body))
                : older(route, String.valueOf(exchange.getRequestURI().getQuery()));
    }

    private StubReply current(String route, JsonNode body) {
        String dataset = body.path("ownerSlug").asString("") + "/"
                + body.path("datasetSlug").asString("");
        return switch (route) {
            case "datasets.DatasetApiService/GetDataset" -> described(dataset);
            case "datasets.DatasetApiService/DownloadDataset" ->
                version(dataset, body.path("datasetVersionNumber").asInt(0));
            case "competitions.CompetitionApiService/DownloadDataFile" ->
                file(body.path("competitionName").asString("") + "-"
                        + body.path("fileName").asString(""));
            default -> StubReply.empty(404);
        };
    }

    private StubReply older(String route, String query) {
        String[] parts = route.split("/", -1);
        if (route.startsWith("datasets/view/")) {
            return described(parts[2] + "/" + parts[3]);
        }
        if (route.startsWith("datasets/download/")) {
            return version(parts[2] + "/" + parts[3], Integer.parseInt(query.replaceAll("\\D", "")));
        }
        return route.startsWith("competitions/data/download/") ? file(parts[3] + "-" + parts[4]) : StubReply.empty(404);
    }

    private StubReply described(String dataset) {
        TreeMap<Integer, String> known = versions.get(dataset);
        return known == null
                ? StubReply.json(403, "{\"code\":403,\"message\":\"Permission 'datasets.get' was denied\"}")
                : StubReply.json(200, "{\"ref\":\"" + dataset + "\",\"currentVersionNumber\":" + known.lastKey() + "}");
    }

    private StubReply version(String dataset, int version) {
        return file(versions.getOrDefault(dataset, new TreeMap<>()).getOrDefault(version, ""));
    }

    private StubReply file(String id) {
        if (!storage.has(id)) {
            return StubReply.json(404, "{\"code\":\"404\",\"error\":\"Not Found\",\"message\":\"Not found\"}");
        }
        return direct
                ? new StubReply(200, Map.of("Content-Type", "application/zip"), storage.bytes(id))
                : StubReply.redirect(storage.link(id));
    }

    @Override
    public void close() {
        api.close();
        storage.close();
    }
}
