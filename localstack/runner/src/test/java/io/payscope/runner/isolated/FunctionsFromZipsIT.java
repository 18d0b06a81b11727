package io.payscope.runner.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.DataFault;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function, started from its zip by AWS's runtime interface client, in its context that was made ahead of time.
 * The stores' addresses lead nowhere: what is called here is refused before a store is asked.
 */
class FunctionsFromZipsIT {

    private static final int AT_ONCE = 2;
    /** Method and path of a route of each function of the API. */
    private static final Map<StageName, List<String>> ROUTES = Map.of(
            StageName.API_ADMIN, List.of("GET", "/admin/validate-datasets"),
            StageName.API_UPLOADS, List.of("POST", "/uploads"),
            StageName.API_PREDICTIONS, List.of("GET", "/banks/3/forecasts/volume"),
            StageName.API_QUESTIONS, List.of("POST", "/questions"));

    private static final String NO_TOKEN = """
        {"version":"2.0","routeKey":"%1$s %2$s","rawPath":"%2$s",\
        "headers":{"x-note":"canary-7f3a"},"requestContext":{"http":{"method":"%1$s","path":"%2$s"}}}\
        """;

    @TempDir
    private static Path folder;

    private static IsolatedFunctions functions;

    @BeforeAll
    static void create() {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (setting.defaultValue().isEmpty()) {
                settings.put(setting, "nowhere");
            }
        }
        settings.put(Setting.S3_ENDPOINT, "http://127.0.0.1:1");
        settings.put(Setting.S3_ACCESS_KEY, "key");
        settings.put(Setting.S3_SECRET_KEY, "secret");
        settings.put(Setting.LEDGER_URL, "jdbc:aws-wrapper:postgresql://127.0.0.1:1/none");
        settings.put(Setting.GRAPH_URI, "bolt://127.0.0.1:1");
        settings.put(Setting.VECTORS_HOST, "http://127.0.0.1:1");
        settings.put(Setting.JWKS_URL, "http://127.0.0.1:1/keys");
        functions = new IsolatedFunctions(
                BuiltZip.FUNCTIONS,
                folder.resolve("functions"),
                folder,
                settings,
                Boolean.getBoolean("payscope.native"),
                AT_ONCE);
    }

    @AfterAll
    static void end() {
        functions.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionStartsAndRefusesAnEmptyRequest() {
        Map<StageName, Future<?>> calls = new EnumMap<>(StageName.class);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (StageName stage : StageName.values()) {
            Callable<?> call = ROUTES.containsKey(stage) ? () -> asksWithoutToken(stage) : () -> refuses(stage);
            calls.put(stage, threads.submit(call));
        }
        threads.shutdown();
        return Arrays.stream(StageName.values())
                .map(stage -> DynamicTest.dynamicTest(stage.function(), () -> passes(stage, calls.get(stage))));
    }

    private static void passes(StageName stage, Future<?> call) throws InterruptedException, IOException {
        String log = "";
        try {
            call.get();
            log = log(stage);
            assertThat(log)
                    .contains("Starting AOT-processed " + simpleName(stage))
                    .as("an event has tokens and rows in it: none is logged")
                    .doesNotContain("canary-7f3a", "Received: ");
            assertThat(Files.readAllLines(folder.resolve("cold-starts.csv")))
                    .anyMatch(line -> line.matches(stage.function() + ",(true|false),\\d+,\\d+,\\d+"));
        } catch (ExecutionException e) {
            throw new AssertionError(stage.function() + " printed:\n" + log(stage), e.getCause());
        }
    }

    private static String log(StageName stage) throws IOException {
        Path file = folder.resolve(stage.function() + ".log");
        return Files.exists(file) ? Files.readString(file) : "nothing";
    }

    private static String simpleName(StageName stage) {
        return stage.mainClass().substring(stage.mainClass().lastIndexOf('.') + 1);
    }

    private Void refuses(StageName stage) {
        // Nothing is asked of who migrates: a deployment sends no more than an empty request.
        String event = stage == StageName.MIGRATE_STORES ? "{\"more\":\"canary-7f3a\"}" : "{}";
        assertThatThrownBy(() -> call(stage, event))
                .isInstanceOf(DataFault.class)
                .cause()
                .isInstanceOfSatisfying(FunctionError.class, error -> assertThat(error.errorType())
                        .isEqualTo("io.payscope.core.fault.DataFault"));
        return null;
    }

    private Void asksWithoutToken(StageName stage) {
        assertThat(call(stage, NO_TOKEN.formatted(ROUTES.get(stage).toArray()))).contains("\"statusCode\":401");
        return null;
    }

    /** Each of these has made the adapter answer without asking the function, or ask it with nulls. */
    @Test
    void refusesWhatIsNotExactlyARequest() {
        for (String event : List.of(
                "[]",
                "[{}]",
                "null",
                "7",
                "{\"BankId\":1,\"UploadId\":\"u\"}",
                "{\"bankId\":1,\"uploadId\":\"u\",\"more\":1.5}")) {
            assertThatThrownBy(() -> call(StageName.ROLL_UP_LEDGER, event))
                    .as(event)
                    .isInstanceOf(DataFault.class);
        }
    }

    private static String call(StageName stage, String event) {
        return new String(functions.invoke(stage, event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
