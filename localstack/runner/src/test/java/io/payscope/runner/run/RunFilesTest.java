package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.RunSummary.RunStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    @TempDir
    private Path folder;

    private void write(String summary, Map<BankId, byte[]> reports) {
        RunOptions options = new RunOptions(
                new RunOptions.LocalSource.Simulated(), 400L, List.of(new BankId(3)), false, false, false, 7);
        new RunFiles(folder)
                .write(new RunResult(
                        "run",
                        RunStatus.SUCCEEDED,
                        "",
                        1,
                        options,
                        Optional.of(summary.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        reports,
                        List.of()));
    }

    @Test
    void pagesOfThisRunReplaceThoseOfTheRunBefore() {
        write("{}", Map.of(new BankId(1), new byte[] {'a'}, new BankId(3), new byte[] {'b'}));

        write("{}", Map.of(new BankId(3), new byte[] {'c'}));

        assertThat(folder.resolve("reports/bank-3.html")).hasContent("c");
        assertThat(folder.resolve("reports")).isDirectoryNotContaining("glob:**/bank-1.html");
    }

    @Test
    void summaryIsPartOfTheRun() {
        write("{\"run\":{\"banks\":[{\"prepared\":{\"reportKey\":\"reports/a.json\"}}]}}", Map.of());

        assertThat(folder.resolve("run.json")).content().contains("\"reportKey\" : \"reports/a.json\"");
    }
}
