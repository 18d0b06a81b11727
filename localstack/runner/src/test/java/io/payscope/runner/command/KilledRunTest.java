package io.payscope.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.testing.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One output folder goes through six deaths and ends with what a run without any ends with. */
class KilledRunTest {

    /** Enough for the frauds that the basic model needs. */
    private static final String ROWS = "3000";

    private static final List<String> DEATHS =
            List.of("prepare-dataset", "normalize-upload", "load-ledger", "load-graph", "load-vectors");
    private static final int STOP_SECONDS = 60;

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final LogTail LOG = new LogTail(() -> folder.resolve("killed/logs/runner.log"));

    private final Set<ProcessHandle> started = new HashSet<>();

    @Test
    void killedRunsEndWithWhatACleanRunEndsWith() throws Exception {
        Path killed = folder.resolve("killed");
        for (String stage : DEATHS) {
            die(killed, stage, false);
        }
        die(killed, "register-upload", true);

        JsonNode survivor = completed(killed);
        JsonNode clean = completed(folder.resolve("clean"));

        assertThat(survivor.path("validation").path("findings")).hasSizeGreaterThan(5);
        assertThat(survivor.path("validation")).isEqualTo(clean.path("validation"));
        JsonNode bank = survivor.path("banks").get(0);
        JsonNode cleanBank = clean.path("banks").get(0);
        assertThat(bank.path("prepared").path("manifest").path("rows"))
                .isEqualTo(cleanBank.path("prepared").path("manifest").path("rows"));
        assertThat(bank.path("upload")).isEqualTo(cleanBank.path("upload"));
        assertThat(bank.path("fraud").path("metrics"))
                .isEqualTo(cleanBank.path("fraud").path("metrics"));
        for (ProcessHandle process : started) {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Runs until the stage has ended, then kills the runner, and the stores before it if asked to. */
    private void die(Path out, String stage, boolean stores) throws IOException, InterruptedException {
        try (ChildRun run = ChildRun.start(out, ROWS)) {
            run.awaitLine(stage);
            started.addAll(run.descendants());
            if (stores) {
                long pid = new JsonMapper()
                        .readTree(Files.readString(out.resolve("state/endpoints.json")))
                        .path("pid")
                        .asLong();
                assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly())
                        .isTrue();
            }
            run.kill();
        }
    }

    private JsonNode completed(Path out) throws IOException, InterruptedException {
        try (ChildRun run = ChildRun.start(out, ROWS)) {
            run.awaitLine("check-services");
            started.addAll(run.descendants());
            assertThat(run.exitCode()).as(run.output()).isEqualTo(ExitCode.SUCCEEDED);
        }
        JsonNode result = new JsonMapper().readTree(Files.readString(out.resolve("run.json")));
        assertThat(result.path("status").asString()).isEqualTo("SUCCEEDED");
        return result.path("summary").path("run");
    }
}
