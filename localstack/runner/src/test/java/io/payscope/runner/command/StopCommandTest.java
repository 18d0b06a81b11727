package io.payscope.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.host.Home;
import io.payscope.runner.run.OutFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StopCommandTest {

    private static final int END_SECONDS = 30;

    @TempDir
    private Path out;

    /** Holds an output folder until it is ended. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (OutFolder held = OutFolder.take(Path.of(arguments[0]))) {
                System.out.println(held.root());
                System.in.read();
            }
        }
    }

    private String stop() {
        StringWriter printed = new StringWriter();
        int exitCode = new CommandLine(new StopCommand())
                .setOut(new PrintWriter(printed))
                .execute("--out", out.toString());
        assertThat(exitCode).isEqualTo(ExitCode.SUCCEEDED);
        return printed.toString();
    }

    /** Of a command line as long as a runner's the system shows the beginning only. */
    @Test
    void holderOfTheFolderIsStoppedHoweverLongItsCommandLine() throws Exception {
        Path classes = Path.of("target").toAbsolutePath();
        String classPath = classes.resolve("classes") + ":" + classes.resolve("test-classes") + ":"
                + Files.readString(classes.resolve("classpath")).strip();
        assertThat(classPath).hasSizeGreaterThan(1 << 12);
        Process holder = new ProcessBuilder(
                        Home.java().toString(), "-cp", classPath, Holder.class.getName(), out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isNotNull();

            assertThat(stop()).contains("stopped process " + holder.pid());

            assertThat(holder.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(stop()).as("its process id is still in the folder").contains("no runner holds " + out);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void folderThatNobodyTookIsSaidSo() throws IOException {
        Files.delete(out);

        assertThat(stop()).contains("no runner holds " + out);
        assertThat(out).doesNotExist();
    }
}
