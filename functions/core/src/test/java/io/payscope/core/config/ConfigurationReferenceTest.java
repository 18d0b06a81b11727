package io.payscope.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@code .env.example} is the configuration reference; it lists exactly the settings that the code reads. */
class ConfigurationReferenceTest {

    @Test
    void listsEverySettingWithItsMeaningAndDefaultInOrder() throws IOException {
        String reference = Files.readString(Path.of("..", "..", ".env.example"));

        String[] expected = Arrays.stream(Setting.values())
                .map(setting -> "# " + setting.meaning() + "\n" + setting.variable() + "="
                        + setting.defaultValue().orElse("") + "\n")
                .toArray(String[]::new);
        assertThat(reference.substring(reference.indexOf("\n\n") + 2).split("\n\n", -1))
                .extracting(block -> block.strip() + "\n")
                .containsExactly(expected);
    }
}
