package io.payscope.runtime.loop;

import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API, version 2018-06-01: next event, answer, failure. On {@link HttpURLConnection}, which starts
 * in a few milliseconds and keeps its connection.
 */
final class RuntimeApi {

    private static final int MOST_FRAMES = 50;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final String base;

    RuntimeApi(String address) {
        this.base = "http://" + address + "/2018-06-01/runtime/";
    }

    /**
     * What a failure is reported as.
     *
     * @param errorType full name of the exception's class, which Step Functions matches
     * @param errorMessage its message
     * @param stackTrace its frames
     */
    record Failure(String errorType, String errorMessage, List<String> stackTrace) {

        static Failure of(Throwable failure) {
            return new Failure(
                    failure.getClass().getName(),
                    String.valueOf(failure.getMessage()),
                    Arrays.stream(failure.getStackTrace())
                            .limit(MOST_FRAMES)
                            .map(StackTraceElement::toString)
                            .toList());
        }
    }

    /**
     * Waits for the next event, for as long as that takes.
     *
     * @throws IOException if the API does not hand one out
     */
    Invocation next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        int status = connection.getResponseCode();
        if (status != OK) {
            throw new IOException("next event: expected status 200, found " + status);
        }
        byte[] event = connection.getInputStream().readAllBytes();
        return new Invocation(
                required(connection, "Lambda-Runtime-Aws-Request-Id"),
                Long.parseLong(required(connection, "Lambda-Runtime-Deadline-Ms")),
                required(connection, "Lambda-Runtime-Invoked-Function-Arn"),
                event);
    }

    private static String required(HttpURLConnection connection, String header) throws IOException {
        String value = connection.getHeaderField(header);
        if (value == null) {
            throw new IOException("next event: header " + header + " is missing");
        }
        return value;
    }

    /** Hands in the answer to an event. */
    void answered(String id, byte[] answer) throws IOException {
        post("invocation/" + id + "/response", answer, null);
    }

    /** Reports that an event failed. */
    void failed(String id, Throwable failure) throws IOException {
        report("invocation/" + id + "/error", Failure.of(failure));
    }

    /** Reports that the function did not start. */
    void failedStart(Throwable failure) throws IOException {
        report("init/error", Failure.of(failure));
    }

    private void report(String path, Failure failure) throws IOException {
        post(path, JsonCodec.encode(failure), failure.errorType());
    }

    private void post(String path, byte[] body, @Nullable String errorType) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        if (errorType != null) {
            connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", errorType);
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        if (status == ACCEPTED || status == OK) {
            connection.getInputStream().readAllBytes();
            return;
        }
        throw new IOException(path + ": expected status 202, found " + status);
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(5_000);
        return connection;
    }
}
