package io.payscope.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresOptionsTest {

    @Test
    void portsDefaultToAny() {
        StoresOptions options = StoresOptions.parse("--state", "/some/where", "--s3-port", "9000", "--detached");
        assertThat(options).isEqualTo(new StoresOptions(Path.of("/some/where"), 0, 0, 9000, 0, 0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--state", "--state x --port 1", "--state x --bolt-port 70000", "--state x --s3-port"})
    void refusesWhatItCannotRead(String line) {
        assertThatThrownBy(() -> StoresOptions.parse(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }
}
