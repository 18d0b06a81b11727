package io.payscope.learning.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    @Test
    void loadsOnceAndAgain() {
        assertThatCode(() -> {
                    NativeLibrary.require();
                    NativeLibrary.require();
                })
                .doesNotThrowAnyException();
    }

    /** A library is loaded once in a process, so its absence needs one of its own. */
    @Test
    void absenceIsAConfigFaultAtOnce(@TempDir Path empty) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutLibrary.class.getName());
        builder.environment().put("LIGHTGBM_NATIVE_LIB_PATH", empty.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("fault: native library of lightgbm4j").contains("again: native library");
        assertThat(process.exitValue()).isZero();
    }

    /** Asks for the library where there is none, twice: the second failure of a Java class differs from the first. */
    static final class WithoutLibrary {

        private WithoutLibrary() {}

        public static void main(String[] arguments) {
            for (String attempt : new String[] {"fault", "again"}) {
                try {
                    NativeLibrary.require();
                } catch (ConfigFault fault) {
                    System.out.println(attempt + ": " + fault.getMessage());
                }
            }
        }
    }
}
