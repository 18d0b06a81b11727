package io.payscope.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.runner.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleGateTest {

    @TempDir
    private Path home;

    private static RunOptions options(boolean skipDownload, int... banks) {
        List<BankId> ids = Arrays.stream(banks).mapToObj(BankId::new).toList();
        return new RunOptions(new RunOptions.LocalSource.Kaggle(), null, ids, skipDownload, false, false, 42);
    }

    @Test
    void onlyTheCompetitionNeedsCredentials() {
        KaggleGate nobody = new KaggleGate(Map.of("HOME", home.toString()));
        KaggleGate somebody = new KaggleGate(Map.of("HOME", home.toString(), "KAGGLE_API_TOKEN", "opaque"));

        assertThat(nobody.refusal(options(false, 1, 2, 5)).orElseThrow()).contains("bank 2");
        assertThat(nobody.refusal(options(true, 1, 2, 5))).isEmpty();
        assertThat(nobody.refusal(options(false, 1, 3, 4, 5))).isEmpty();
        assertThat(somebody.refusal(options(false, 1, 2, 5))).isEmpty();
    }

    @Test
    void brokenSettingIsSaidEarly() {
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "PAYSCOPE_KAGGLE_ENDPOINT", "http://example.org");

        assertThat(new KaggleGate(environment).refusal(options(false, 3)).orElseThrow())
                .contains("Kaggle endpoint");
    }

    /** C12, as a user meets it. */
    @Test
    void missingCredentialsEndTheCommandBeforeAnythingStarts() throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Map<String, String> environment = Map.of("HOME", home.toString());
        try (ChildRun run =
                ChildRun.start(environment, List.of("e2e", "--source", "kaggle", "--out", out.toString()))) {
            assertThat(run.exitCode()).as(run.output()).isEqualTo(ExitCode.USAGE);
            assertThat(run.output())
                    .contains("KAGGLE_API_TOKEN", "KAGGLE_USERNAME", "kaggle.json")
                    .doesNotContain("\tat ", "Exception", "starting the stores");
        }
        assertThat(out).doesNotExist();
    }
}
