package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both definitions against the published schema of the language. */
@NodeRequired
class AslValidatorTest {

    private static final Path VALIDATOR = Path.of("node_modules/.bin/asl-validator");

    @Test
    void bothDefinitionsAreValid() throws Exception {
        install();

        assertThat(validate(
                        Synthesised.REPOSITORY.resolve("statemachine/ingest.asl.json"),
                        Synthesised.REPOSITORY.resolve("statemachine/pipeline.asl.json")))
                .isZero();
    }

    @Test
    void aTransitionToNowhereIsFound(@TempDir Path folder) throws Exception {
        install();
        Path broken = folder.resolve("broken.asl.json");
        Files.writeString(
                broken,
                Files.readString(Synthesised.REPOSITORY.resolve("statemachine/ingest.asl.json"))
                        .replace("\"Next\": \"IsItOurs\"", "\"Next\": \"Nowhere\""));

        assertThat(validate(broken)).isNotZero();
    }

    private static int validate(Path... definitions) throws IOException, InterruptedException {
        String[] command = new String[1 + 2 * definitions.length];
        command[0] = VALIDATOR.toString();
        for (int i = 0; i < definitions.length; i++) {
            command[1 + 2 * i] = "--json-path";
            command[2 + 2 * i] = definitions[i].toString();
        }
        return run(command);
    }

    /** By the lock file; where the registry cannot be reached the test is skipped and says so. */
    private static void install() throws IOException, InterruptedException {
        if (!Files.isExecutable(VALIDATOR) && run("npm", "ci") != 0) {
            NodeRequired.Condition.CONSOLE.println("infra-cdk: SKIPPED AslValidatorTest: `npm ci` failed in infra-cdk");
            Assumptions.abort("npm ci failed");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            NodeRequired.Condition.CONSOLE.println(String.join(" ", command) + ": " + output.strip());
        }
        return exit;
    }
}
