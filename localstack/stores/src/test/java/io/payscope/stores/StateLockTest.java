package io.payscope.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    @TempDir
    Path state;

    @Test
    void aSecondProcessWaitsAndThenNamesTheFirst() throws Exception {
        Process holder = holder();
        try {
            List<String> notices = new ArrayList<>();
            assertThatThrownBy(() -> StateLock.take(state, Duration.ofMillis(300), notices::add))
                    .isInstanceOfSatisfying(
                            StartFailure.class, e -> assertThat(e.exitCode()).isEqualTo(4))
                    .hasMessageContaining("Process " + holder.pid() + " uses " + state);
            assertThat(notices).hasSize(1);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (StateLock _ = StateLock.take(state, Duration.ZERO, _ -> {})) {
            assertThat(Files.readString(state.resolve("stores.lock")).strip())
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    /** Another JVM that holds the lock: a file lock does not hold against its own process. */
    private Process holder() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockHolder.class.getName(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("HELD");
        return process;
    }

    /** Takes the lock and keeps it until it is killed. */
    static final class LockHolder {

        public static void main(String[] arguments) throws Exception {
            try (StateLock _ = StateLock.take(Path.of(arguments[0]), Duration.ZERO, System.err::println)) {
                System.out.println("HELD");
                System.in.read();
            }
        }
    }
}
