package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.datasets.testing.KaggleStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that writes credentials, with a home folder of its own. */
class SetupScriptTest {

    private static final Path SCRIPT = Path.of("..", "setup-kaggle.sh").toAbsolutePath();
    private static final String SECRET = "s3cr3t.token-1";

    @TempDir
    private Path home;

    private final KaggleStub stub = new KaggleStub();

    private record Ended(int exitCode, String output) {}

    @BeforeEach
    void publish() {
        assumeTrue(hasBash(), "SetupScriptTest needs bash");
        stub.dataset(Stubbed.PAYSIM, 2, new byte[1]);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static boolean hasBash() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bash")));
    }

    private Ended run(String input, String... arguments) throws IOException, InterruptedException {
        Path output = home.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("bash", SCRIPT.toString()), Stream.of(arguments))
                        .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("KAGGLE_"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PAYSCOPE_KAGGLE_ENDPOINT", stub.endpoint());
        builder.environment().put("no_proxy", "127.0.0.1");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private KaggleCredentials found() {
        return new CredentialSearch(Map.of("HOME", home.toString()), warning -> {
                    throw new AssertionError(warning);
                })
                .find();
    }

    @Test
    void tokenIsWrittenForItsOwnerOnlyAndNeverShown() throws Exception {
        stub.requireBearer(SECRET);

        Ended ended = run(" " + SECRET + " \n");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).doesNotContain(SECRET).containsAnyOf("Kaggle takes it", "curl is not there");
        Path file = home.resolve(".kaggle/access_token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(found().authorization()).contains("Bearer " + SECRET);
    }

    @Test
    void userAndKeyAreWrittenAsJson() throws Exception {
        stub.requireBasic("me", SECRET);

        Ended ended = run("me\n" + SECRET + "\n", "--key");

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).doesNotContain(SECRET);
        assertThat(found()).isInstanceOf(KaggleCredentials.Basic.class);
    }

    @Test
    void refusedTokenIsSaidSo() throws Exception {
        stub.requireBearer("another");

        Ended ended = run(SECRET + "\n");

        assertThat(ended.output()).doesNotContain(SECRET).containsAnyOf("Kaggle refuses it", "curl is not there");
        assertThat(ended.exitCode()).isEqualTo(ended.output().contains("refuses") ? 1 : 0);
    }

    @Test
    void kaggleIsNotAskedWhereThatIsNotWanted() throws Exception {
        assertThat(run(SECRET + "\n", "--no-check").exitCode()).isZero();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void inputThatIsNoTokenChangesNothing() throws Exception {
        for (String input : new String[] {"", "\n", "two words\n", "quote\"\n", "$(touch x)\n"}) {
            Ended ended = run(input);
            assertThat(ended.exitCode()).as(input).isEqualTo(2);
            assertThat(ended.output()).contains("expected letters");
        }
        assertThat(home.resolve(".kaggle")).doesNotExist();
    }
}
