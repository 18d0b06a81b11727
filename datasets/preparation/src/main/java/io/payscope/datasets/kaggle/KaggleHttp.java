package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests and follows redirects by hand, because credentials must not go where a redirect points. Thread-safe.
 */
final class KaggleHttp {

    private static final int MAX_REDIRECTS = 5;
    private static final String LOGIN_PAGE = "/account/login";

    private final KaggleEndpoint endpoint;
    private final KaggleCredentials credentials;
    private final KaggleTimes times;
    private final HttpClient http;
    private final String userAgent;

    KaggleHttp(KaggleEndpoint endpoint, KaggleCredentials credentials, KaggleTimes times) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.times = times;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(times.connect())
                .build();
        String version = KaggleHttp.class.getPackage().getImplementationVersion();
        this.userAgent = "payscope/" + (version == null ? "development" : version);
    }

    KaggleCredentials credentials() {
        return credentials;
    }

    /** Asks a current route; what it redirects to is asked with the given headers besides. */
    Answer post(String route, byte[] json, Map<String, String> fileHeaders) throws IOException {
        URI uri = endpoint.rpc().resolve(route);
        HttpRequest.Builder request = request(uri, Map.of())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        return follow(uri, request, fileHeaders);
    }

    /** Asks an older route; what it redirects to is asked with the given headers besides. */
    Answer get(String route, Map<String, String> fileHeaders) throws IOException {
        URI uri = endpoint.rest().resolve(route);
        return follow(uri, request(uri, Map.of()), fileHeaders);
    }

    /** Asks a link that an earlier answer came from. */
    Answer get(URI link, Map<String, String> fileHeaders) throws IOException {
        return follow(link, request(link, fileHeaders), fileHeaders);
    }

    private Answer follow(URI first, HttpRequest.Builder request, Map<String, String> fileHeaders) throws IOException {
        URI uri = first;
        HttpResponse<InputStream> response = send(request);
        for (int redirects = 0; isRedirect(response.statusCode()); redirects++) {
            response.body().close();
            if (redirects == MAX_REDIRECTS) {
                throw new IOException(KaggleEndpoint.shown(first) + ": more than " + MAX_REDIRECTS + " redirects");
            }
            uri = target(uri, response);
            response = send(request(uri, endpoint.owns(uri) ? Map.of() : fileHeaders));
        }
        return new Answer(uri, endpoint.owns(uri), response.statusCode(), response.headers(), response.body());
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private URI target(URI from, HttpResponse<InputStream> response) throws IOException {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(KaggleEndpoint.shown(from) + ": redirects to nowhere"));
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException hidden) {
            // The message repeats the location, which may be signed.
            throw new IOException(KaggleEndpoint.shown(from) + ": redirects to something that is no URL");
        }
        if (endpoint.owns(to) && String.valueOf(to.getPath()).startsWith(LOGIN_PAGE)) {
            throw new ConfigFault(KaggleEndpoint.shown(from) + ": Kaggle asks to log in, found " + credentials.origin()
                    + ". " + KaggleAdvice.THREE_WAYS);
        }
        boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
        if (weaker || !KaggleEndpoint.mayBeAsked(to)) {
            throw new IOException(
                    KaggleEndpoint.shown(from) + ": expected a redirect to https, found " + KaggleEndpoint.shown(to));
        }
        return to;
    }

    private HttpRequest.Builder request(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", userAgent);
        headers.forEach(request::header);
        if (endpoint.owns(uri)) {
            credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        }
        return request;
    }

    /** The time limit is for the headers; a limit set on the request would end with the body in later Java versions. */
    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request.build(), _ -> new IdleBody(times.idle()));
        try {
            return answer.get(times.idle().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer came for " + times.idle().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("the request failed", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
