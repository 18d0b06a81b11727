package io.payscope.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code aws} command with an environment of its own: no profile or endpoint of the machine reaches it. */
public final class AwsCommand {

    private static final String SKIPPED = "SKIPPED: the command 'aws' is not installed";

    private final Path folder;
    private final Map<String, String> environment;

    private AwsCommand(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The command; a test that asks for it where it is not installed says so and is skipped.
     *
     * @param folder for what it prints
     * @param endpoints variables that name endpoints and credentials
     */
    public static AwsCommand orSkip(Path folder, Map<String, String> endpoints) throws InterruptedException {
        AwsCommand command = new AwsCommand(folder, endpoints);
        boolean installed;
        try {
            installed = command.start("--version", folder.resolve("version.out"), folder.resolve("version.err")) == 0;
        } catch (IOException e) {
            installed = false;
        }
        if (!installed) {
            System.getLogger(AwsCommand.class.getName()).log(Level.WARNING, SKIPPED);
        }
        assumeTrue(installed, SKIPPED);
        return command;
    }

    /** Runs it and expects it to succeed. */
    public String run(String arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "aws", ".out");
        Path errors = Files.createTempFile(folder, "aws", ".err");
        int exitCode = start(arguments, output, errors);
        assertThat(exitCode)
                .as("aws " + arguments + ": " + Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Runs it and reads what it prints. */
    public JsonNode json(String arguments) throws IOException, InterruptedException {
        return new JsonMapper().readTree(run(arguments));
    }

    private int start(String arguments, Path output, Path errors) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_DEFAULT_OUTPUT", "json",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                                folder.resolve("no-credentials").toString()));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
