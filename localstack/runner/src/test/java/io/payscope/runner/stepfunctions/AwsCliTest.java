package io.payscope.runner.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.runner.asl.json.Json;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code aws} command against the server; skipped where it is not installed. */
class AwsCliTest {

    private static final String SKIPPED = "SKIPPED: the command 'aws' is not installed";

    @TempDir
    private static Path home;

    /**
     * What the command did.
     *
     * @param exitCode 0 if it succeeded
     * @param output what it printed
     * @param errors what it complained about
     */
    private record Answer(int exitCode, String output, String errors) {

        Map<?, ?> json() {
            assertThat(exitCode).as(errors).isZero();
            return (Map<?, ?>) Json.parse(output);
        }
    }

    @BeforeAll
    static void findCommand() throws Exception {
        boolean installed;
        try {
            installed = aws(Map.of(), "--version").exitCode() == 0;
        } catch (IOException e) {
            installed = false;
        }
        if (!installed) {
            System.getLogger(AwsCliTest.class.getName()).log(Level.WARNING, SKIPPED);
        }
        assumeTrue(installed, SKIPPED);
    }

    private static Answer aws(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(home, "aws", ".out");
        Path errors = Files.createTempFile(home, "aws", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Answer(exitCode, read(output), read(errors));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Answer states(LocalStates states, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("stepfunctions"));
        all.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL_SFN", states.uri().toString(),
                "AWS_ACCESS_KEY_ID", "any",
                "AWS_SECRET_ACCESS_KEY", "thing",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_DEFAULT_OUTPUT", "json",
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", home.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString());
        return aws(environment, all.toArray(String[]::new));
    }

    @Test
    void commandsRunAndShowExecutions() throws Exception {
        try (LocalStates local = new LocalStates()) {
            assertThat(local.uri().getHost()).isEqualTo("127.0.0.1");
            Map<?, ?> machines = states(local, "list-state-machines").json();
            assertThat((List<?>) machines.get("stateMachines")).hasSize(2);

            String arn = (String) states(
                            local,
                            "start-execution",
                            "--state-machine-arn",
                            LocalStates.machine("hello"),
                            "--name",
                            "by-hand",
                            "--input",
                            "{\"banks\":[3]}")
                    .json()
                    .get("executionArn");
            local.executions().find(arn).orElseThrow().await(Duration.ofSeconds(30));

            Map<?, ?> described =
                    states(local, "describe-execution", "--execution-arn", arn).json();
            assertThat(described.get("status")).isEqualTo("SUCCEEDED");
            assertThat(described.get("output")).isEqualTo("{\"banks\":[3]}");
            Map<?, ?> listed = states(
                            local,
                            "list-executions",
                            "--state-machine-arn",
                            LocalStates.machine("hello"),
                            "--status-filter",
                            "SUCCEEDED")
                    .json();
            assertThat((List<?>) listed.get("executions")).hasSize(1);
            Map<?, ?> history = states(local, "get-execution-history", "--execution-arn", arn)
                    .json();
            assertThat((List<?>) history.get("events")).hasSize(11);
        }
    }

    @Test
    void runningExecutionIsStoppedAndErrorsAreNamed() throws Exception {
        try (LocalStates local = new LocalStates()) {
            String arn = (String) states(local, "start-execution", "--state-machine-arn", LocalStates.machine("stuck"))
                    .json()
                    .get("executionArn");
            Map<?, ?> stopped = states(local, "stop-execution", "--execution-arn", arn, "--cause", "enough")
                    .json();
            assertThat(stopped.get("stopDate")).isNotNull();
            assertThat(states(local, "describe-execution", "--execution-arn", arn)
                            .json()
                            .get("status"))
                    .isEqualTo("ABORTED");
            Answer gone = states(local, "start-execution", "--state-machine-arn", LocalStates.machine("gone"));
            assertThat(gone.exitCode()).isNotZero();
            assertThat(gone.errors()).contains("StateMachineDoesNotExist");
        }
    }

    @Test
    void stateMachineIsValidatedCreatedRunAndDeleted() throws Exception {
        String definition =
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}";
        try (LocalStates local = new LocalStates()) {
            assertThat(states(local, "validate-state-machine-definition", "--definition", definition)
                            .json()
                            .get("result"))
                    .isEqualTo("OK");
            String[] create = {
                "create-state-machine",
                "--name",
                "mine",
                "--role-arn",
                "arn:aws:iam::123456789012:role/any",
                "--definition",
                definition
            };
            String arn = (String) states(local, create).json().get("stateMachineArn");
            assertThat(states(local, create).json().get("stateMachineArn")).isEqualTo(arn);
            String execution = (String) states(local, "start-execution", "--state-machine-arn", arn)
                    .json()
                    .get("executionArn");
            assertThat(local.executions()
                            .find(execution)
                            .orElseThrow()
                            .await(Duration.ofSeconds(30))
                            .orElseThrow()
                            .status()
                            .name())
                    .isEqualTo("SUCCEEDED");
            assertThat(states(local, "delete-state-machine", "--state-machine-arn", arn)
                            .exitCode())
                    .isZero();
            assertThat(states(local, "describe-state-machine", "--state-machine-arn", arn)
                            .errors())
                    .contains("StateMachineDoesNotExist");
            create[create.length - 1] = definition.replace("Succeed", "Success");
            assertThat(states(local, create).errors())
                    .contains("InvalidDefinition")
                    .contains("/States/S");
        }
    }
}
