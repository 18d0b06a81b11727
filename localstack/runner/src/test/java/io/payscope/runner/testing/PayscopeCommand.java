package io.payscope.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.cli.Payscope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code payscope} command against a running system, in this process. */
public final class PayscopeCommand {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> environment;
    private final String bucket;

    /**
     * @param environment the variables that {@code up} prints
     * @param bucket the system's bucket
     */
    public PayscopeCommand(Map<String, String> environment, String bucket) {
        this.environment = environment;
        this.bucket = bucket;
    }

    /** Runs a subcommand on the bucket; it has to succeed. Returns what it found or made. */
    public JsonNode run(String... arguments) {
        Map<String, String> credentials = Map.of(
                "aws.accessKeyId", environment.get("AWS_ACCESS_KEY_ID"),
                "aws.secretAccessKey", environment.get("AWS_SECRET_ACCESS_KEY"));
        credentials.forEach(System::setProperty);
        try {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Payscope.run(
                    new PrintWriter(out),
                    new PrintWriter(err),
                    Stream.concat(
                                    Stream.of(arguments),
                                    Stream.of(
                                            "--bucket",
                                            bucket,
                                            "--endpoint",
                                            environment.get("AWS_ENDPOINT_URL_S3"),
                                            "--json"))
                            .toArray(String[]::new));
            assertThat(exitCode).as(out + "\n" + err).isZero();
            return JSON.readTree(out.toString()).path("result");
        } finally {
            credentials.keySet().forEach(System::clearProperty);
        }
    }
}
