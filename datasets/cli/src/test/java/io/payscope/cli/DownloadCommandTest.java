package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.datasets.testing.KaggleStub;
import io.payscope.datasets.testing.SimulatedFiles;
import io.payscope.datasets.testing.StubArchives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** download from a Kaggle on this machine, and what prepare and verify make of what it leaves. */
class DownloadCommandTest {

    private static final String PAYSIM_FILE = "PS_20174392719_1491204439457_log.csv";
    private static final String SECRET = "s3cr3t-token";

    @TempDir
    private Path folder;

    private final KaggleStub kaggle = new KaggleStub();
    private final Map<String, String> environment = new HashMap<>();
    private Path data;

    @BeforeEach
    void publish() throws IOException {
        data = folder.resolve("data");
        environment.put("HOME", folder.toString());
        kaggle.dataset("ealaxi/paysim1", 7, StubArchives.zip(SimulatedFiles.of(3, 300, 42, folder)));
    }

    @AfterEach
    void stop() {
        kaggle.close();
    }

    private Ran download(String banks) {
        DownloadCommand command =
                new DownloadCommand(warnings -> KaggleDownloads.of(environment, kaggle.endpoint(), warnings));
        return Ran.run(Payscope.commandLine(command), "download", "--bank", banks, "--out", data, "--json");
    }

    private static JsonNode bank(Ran ran) {
        assertThat(ran.exitCode()).as(ran.all()).isZero();
        return ran.json().path("result").path("banks").path(0);
    }

    @Test
    void filesLieInTheBanksFolderBesideTheMarkerOfTheirVersion() throws IOException {
        JsonNode bank = bank(download("3"));

        assertThat(bank.path("version").asString()).isEqualTo("7");
        assertThat(bank.path("bytesByFile").path(PAYSIM_FILE).asLong())
                .isEqualTo(Files.size(data.resolve("bank-3").resolve(PAYSIM_FILE)));
        assertThat(data)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
        assertThat(data.resolve("bank-3"))
                .isDirectoryContaining("glob:**/kaggle.json")
                .isDirectoryContaining("glob:**/" + PAYSIM_FILE);
    }

    @Test
    void versionReachesTheManifestAndTheReportAndIsVerified() throws IOException {
        download("3");
        Path out = folder.resolve("out");

        JsonNode prepared =
                bank(Ran.payscope("prepare", "--bank", 3, "--data", data, "--out", out, "--rows", 300, "--json"));

        assertThat(prepared.path("sourceVersion").asString()).isEqualTo("7");
        assertThat(out.resolve(prepared.path("manifest").asString())).content().contains("\"version\":\"7\"");
        assertThat(out.resolve(prepared.path("report").asString()))
                .content()
                .contains("\"version\":\"7\"", "\"origin\":\"ORIGINAL\"");
        assertThat(Ran.payscope("verify", "--out", out, "--data", data).out())
                .contains("OK      origin     raw/bank=3/" + PAYSIM_FILE, "0 BROKEN");

        Path raw = data.resolve("bank-3").resolve(PAYSIM_FILE);
        Files.writeString(raw, Files.readString(raw).replace("TRANSFER", "PAYMENTS"));

        assertThat(Ran.payscope("verify", "--out", out, "--data", data).out())
                .contains("BROKEN  origin     raw/bank=3/" + PAYSIM_FILE);
    }

    @Test
    void versionThatIsThereIsNotFetchedAgain() {
        download("3");

        assertThat(bank(download("3")).path("fetched").asBoolean(true)).isFalse();
        assertThat(kaggle.requests()).filteredOn("GET storage"::equals).hasSize(1);
    }

    @Test
    void filesOfOthersAreNotReplaced() throws IOException {
        Files.createDirectories(data.resolve("bank-3"));
        Files.writeString(data.resolve("bank-3").resolve(PAYSIM_FILE), "mine");

        Ran ran = download("3");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("raw/bank=3/: holds files that neither Kaggle nor a simulation wrote");
        assertThat(data.resolve("bank-3").resolve(PAYSIM_FILE)).hasContent("mine");
    }

    @Test
    void bankThatIsRefusedMakesItPartial() {
        Ran ran = download("1,3");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.json()
                        .path("result")
                        .path("failed")
                        .path(0)
                        .path("bankId")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void missingCredentialsAreWrongUsageAndNameTheThreeWays() {
        Ran ran = download("2,3");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.json().path("error").asString())
                .contains("KAGGLE_API_TOKEN", "KAGGLE_USERNAME", "KAGGLE_KEY", "kaggle.json");
        assertThat(ran.all()).doesNotContain("\tat ", "Exception");
        assertThat(kaggle.requests()).isEmpty();
        assertThat(data).doesNotExist();
    }

    @Test
    void secretIsNotShown() {
        environment.put("KAGGLE_API_TOKEN", SECRET);
        kaggle.requireBearer("another");

        Ran ran = download("3");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.all()).contains("KAGGLE_API_TOKEN").doesNotContain(SECRET, "\tat ");
    }

    @Test
    void credentialsThatOthersMayReadAreWarnedOf() throws IOException {
        Path file = Files.writeString(
                Files.createDirectory(folder.resolve(".kaggle")).resolve("access_token"), SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = download("3");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("payscope: " + file, "chmod 600").doesNotContain(SECRET);
    }

    @Test
    void competitionIsFetchedWithCredentials() throws IOException {
        environment.put("KAGGLE_API_TOKEN", SECRET);
        kaggle.requireBearer(SECRET);
        for (Map.Entry<String, byte[]> file :
                SimulatedFiles.of(2, 50, 42, folder).entrySet()) {
            kaggle.competitionFile("ieee-fraud-detection", file.getKey(), file.getValue(), KaggleStub.MODIFIED);
        }

        assertThat(bank(download("2")).path("version").asString()).isEqualTo(KaggleStub.MODIFIED.toString());
        assertThat(data.resolve("bank-2/kaggle.json"))
                .content(StandardCharsets.UTF_8)
                .contains("train_identity.csv", "train_transaction.csv");
    }

    @Test
    void syntheticBankIsNotDownloaded() {
        assertThat(download("5").exitCode()).isEqualTo(2);
    }
}
