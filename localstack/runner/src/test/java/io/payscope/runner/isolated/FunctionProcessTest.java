package io.payscope.runner.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call says when a process, here a script, does not answer it. */
class FunctionProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aProcessThatEndsIsAnExitError() throws IOException {
        assertThatExceptionOfType(FunctionError.class)
                .isThrownBy(() -> call("exit 3", 30))
                .satisfies(error -> assertThat(error.errorType()).isEqualTo("Runtime.ExitError"))
                .withMessageContaining("exit status 3");
    }

    @Test
    void aProcessThatDoesNotAnswerTimesOutAndIsEnded() throws IOException {
        try (FunctionProcess process = start("exec sleep 60")) {
            assertThatExceptionOfType(FunctionError.class)
                    .isThrownBy(() -> process.call(new byte[0], 1))
                    .satisfies(error -> assertThat(error.errorType()).isEqualTo("Sandbox.Timedout"))
                    .withMessageContaining("Task timed out after 1.00 seconds");
            assertThat(process.handle().onExit().join().isAlive()).isFalse();
        }
    }

    @Test
    void seesItsSettingsAndItsFolderAndNothingOfThisProcess() throws IOException {
        assertThatExceptionOfType(FunctionError.class).isThrownBy(() -> call("env; pwd; exit 1", 30));
        assertThat(Files.readString(folder.resolve("log")))
                .contains("PAYSCOPE_BUCKET=b", "AWS_LAMBDA_FUNCTION_NAME=load-ledger", folder.toString())
                .doesNotContain("HOME=");
    }

    @Test
    void saysWhatTheFirstAnswerTookAndNothingOfLaterOnes() throws IOException {
        try (FunctionProcess process = start("exec sleep 60")) {
            assertThat(process.firstUse()).hasValueSatisfying(use -> {
                assertThat(use.wallMillis()).isBetween(0L, 30_000L);
                assertThat(use.residentMegabytes()).isLessThan(100);
            });
            assertThat(process.firstUse()).isEmpty();
        }
    }

    private byte[] call(String script, long seconds) throws IOException {
        try (FunctionProcess process = start(script)) {
            return process.call("{}".getBytes(StandardCharsets.UTF_8), seconds);
        }
    }

    private FunctionProcess start(String script) throws IOException {
        FunctionPackage unpacked = new FunctionPackage(StageName.LOAD_LEDGER, folder, true);
        return FunctionProcess.start(
                unpacked, List.of("/bin/sh", "-c", script), Map.of("PAYSCOPE_BUCKET", "b"), 512, folder.resolve("log"));
    }
}
