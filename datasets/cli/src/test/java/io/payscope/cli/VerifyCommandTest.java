package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path out;

    @BeforeEach
    void prepare() {
        data = folder.resolve("data");
        out = folder.resolve("out");
        Ran.payscope("simulate", "--bank", 3, "--rows", 200, "--out", data);
        Ran.payscope("prepare", "--bank", 3, "--data", data, "--out", out, "--rows", 200);
    }

    @Test
    void wholeChainOfTwoFoldersHolds() {
        Ran ran = Ran.payscope("verify", "--out", out, "--data", data);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("OK", "made from raw/bank=3/PS_", "0 BROKEN, 0 ABSENT");
        assertThat(Ran.payscope("verify", "--out", out, "--data", data, "--problems")
                        .out())
                .hasLineCount(1);
    }

    @Test
    void rawFilesThatAreNotThereAreAbsent() {
        Ran ran = Ran.payscope("verify", "--out", out, "--json");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.json().path("result").path("absent")).hasSize(1);
        assertThat(ran.json().path("result").path("broken")).isEmpty();
    }

    @Test
    void changedRawFileIsBrokenByName() throws IOException {
        Path raw = data.resolve("bank-3/PS_20174392719_1491204439457_log.csv");
        Files.writeString(raw, Files.readString(raw).replace("TRANSFER", "PAYMENTS"));

        Ran ran = Ran.payscope("verify", "--out", out, "--data", data);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("BROKEN  source ")
                .contains("BROKEN  origin     raw/bank=3/PS_20174392719_1491204439457_log.csv")
                .contains("         expected ", "         found    ");
        JsonNode broken = Ran.payscope("verify", "--out", out, "--data", data, "--json")
                .json()
                .path("result")
                .path("broken");
        assertThat(broken).hasSize(2);
        assertThat(broken.path(0).propertyNames()).containsExactlyInAnyOrder("kind", "key", "expected", "found");
    }

    @Test
    void bucketOfAKeptRunIsFoundBelowItsOutputFolder() throws IOException {
        Path kept = folder.resolve("payscope-out/state/s3/objects/payscope-data");
        Files.createDirectories(kept.getParent());
        Files.move(out, kept);

        assertThat(Ran.payscope("verify", "--out", folder.resolve("payscope-out"))
                        .out())
                .contains("prepared/bank=3/", "0 BROKEN");
    }

    @Test
    void nothingToVerifyIsNoSuccess() throws IOException {
        Ran ran = Ran.payscope("verify", "--out", Files.createDirectory(folder.resolve("empty")));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("nothing to verify");
        assertThat(Ran.payscope("verify", "--out", folder.resolve("missing")).err())
                .contains("no such folder")
                .doesNotContain("\tat ");
    }
}
