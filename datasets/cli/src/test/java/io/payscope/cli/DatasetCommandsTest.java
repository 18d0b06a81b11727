package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.folder.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** simulate, prepare, synthesize and report, as a user runs them in a folder. */
class DatasetCommandsTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path out;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        out = folder.resolve("out");
    }

    private Ran simulate(String banks) {
        return Ran.payscope("simulate", "--bank", banks, "--rows", 300, "--out", data);
    }

    private Ran prepare(String banks, Object... more) {
        return Ran.payscope(Stream.concat(
                        Stream.of("prepare", "--bank", banks, "--data", data, "--out", out, "--rows", 300),
                        Stream.of(more))
                .toArray());
    }

    private List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void simulatedFilesBecomeADatasetAndASyntheticOne() throws IOException {
        assertThat(simulate("3").exitCode()).isZero();

        Ran prepared = prepare("3");

        assertThat(prepared.exitCode()).as(prepared.all()).isZero();
        assertThat(prepared.out())
                .contains(
                        "bank 3",
                        "rows read",
                        "rows kept                                 300",
                        "rejected",
                        "CC BY-SA 4.0")
                .contains("content sha256", "reports/bank=3/quality/", "ealaxi/paysim1, version simulated");
        assertThat(prepared.err()).contains("preparing bank 3 ...");
        assertThat(files(out))
                .as("no raw file is copied, no temporary file is left")
                .noneMatch(file -> file.startsWith("raw") || file.contains(FolderObjectStore.HIDDEN))
                .anyMatch(file -> file.matches("prepared/bank=3/[0-9a-f]{64}/part-00000.csv.gz"))
                .anyMatch(file -> file.matches("rejects/bank=3/[0-9a-f]{64}.csv.gz"));

        Ran synthetic = Ran.payscope("synthesize", "--data", out, "--out", folder.resolve("five"), "--rows", 200);

        assertThat(synthetic.exitCode()).as("made without banks 1, 2 and 4").isEqualTo(3);
        assertThat(synthetic.out()).contains("bank 5", "drawn without", "reports/bank=5/likeness/");
        assertThat(files(folder.resolve("five"))).allMatch(file -> file.contains("bank=5/"));

        assertThat(Ran.payscope("report", "--out", folder.resolve("five"), "--bank", "5")
                        .out())
                .contains("bank 5   likeness")
                .doesNotContain("bank 5   quality");

        Ran report = Ran.payscope("report", "--out", out, "--html", folder.resolve("index.html"));

        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("ealaxi/paysim1: 300 of");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("<a href=\"out/prepared/bank=3/")
                .doesNotContain(folder.toString());
    }

    @Test
    void answerInJsonIsOneObject() {
        simulate("3");

        Ran ran = prepare("3", "--json");

        assertThat(ran.out().strip().lines()).hasSize(1);
        JsonNode answer = ran.json();
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder("command", "status", "exitCode", "error", "result");
        assertThat(answer.path("command").asString()).isEqualTo("prepare");
        assertThat(answer.path("status").asString()).isEqualTo("SUCCEEDED");
        JsonNode bank = answer.path("result").path("banks").path(0);
        assertThat(bank.path("bankId").asInt()).isEqualTo(3);
        assertThat(bank.path("rowsKept").asLong()).isEqualTo(300);
        assertThat(bank.path("manifestSha256").asString()).matches("[0-9a-f]{64}");
        assertThat(bank.path("rowsRead").asLong())
                .isEqualTo(bank.path("duplicatesRemoved").asLong()
                        + sum(bank.path("rejectedByRule"))
                        + sum(bank.path("labelsBefore")));
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    @Test
    void sameInputGivesTheSameBytesWhereverItLies() throws IOException {
        simulate("3");
        JsonNode first =
                prepare("3", "--json").json().path("result").path("banks").path(0);
        Files.move(data.resolve("bank-3"), folder.resolve("elsewhere"));
        data = folder.resolve("elsewhere");
        out = folder.resolve("other-out");

        JsonNode again =
                prepare("3", "--json").json().path("result").path("banks").path(0);

        assertThat(again.path("manifest")).isEqualTo(first.path("manifest"));
        assertThat(again.path("manifestSha256")).isEqualTo(first.path("manifestSha256"));
    }

    @Test
    void bankThatFailsDoesNotKeepTheOthersFromBeingPrepared() throws IOException {
        simulate("3");
        Files.createDirectories(data.resolve("bank-1"));
        Files.writeString(data.resolve("bank-1/creditcard.csv"), "Time,Amount\n1,2\n");

        Ran ran = prepare("all", "--json");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.json().path("status").asString()).isEqualTo("PARTIAL");
        JsonNode failure = ran.json().path("result").path("failed").path(0);
        assertThat(failure.path("bankId").asInt()).isEqualTo(1);
        assertThat(failure.path("error").asString()).contains("creditcard.csv line 1");
        assertThat(ran.err()).contains("payscope: creditcard.csv line 1").doesNotContain("\tat ");
    }

    @Test
    void missingRawFileFailsByName() throws IOException {
        Files.createDirectories(data);

        Ran ran = prepare("2");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("bank 2: expected the raw file train_transaction.csv");
        assertThat(ran.all()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void simulationDoesNotReplaceFilesOfOthers() throws IOException {
        Files.createDirectories(data.resolve("bank-1"));
        Files.writeString(data.resolve("bank-1/creditcard.csv"), "mine\n");

        Ran ran = simulate("1,3");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("bank=1").contains("not replaced");
        assertThat(data.resolve("bank-1/creditcard.csv")).hasContent("mine\n");
        assertThat(data.resolve("bank-3/simulation.json")).exists();
    }

    @Test
    void simulatedFilesAreNamedSoInTheManifest() {
        simulate("3");
        String key = prepare("3", "--json")
                .json()
                .path("result")
                .path("banks")
                .path(0)
                .path("manifest")
                .asString();

        assertThat(out.resolve(key)).content().contains("\"version\":\"simulated\"");
    }

    @ParameterizedTest
    @CsvSource({
        "prepare --bank 9 --data . --out o, expected a number from 1 to 5 or all",
        "prepare --bank 3, Missing required options",
        "prepare --bank 3 --data missing --out o, no such folder",
        "prepare --bank 3 --data . --out o --rows 0, expected at least 1",
        "prepare --bank 5 --data . --out o, payscope synthesize",
        "simulate --bank 5 --out o, payscope synthesize",
        "synthesize --data . --out o, payscope prepare",
        "verify, Missing required",
        "verify --audit-head 1:x, --audit-head goes with --audit",
        "verify --audit --audit-head 1:x, expected SEQ:HASH",
        "upload --bank 3 file, Missing required",
        "nonsense, Unmatched argument"
    })
    void wrongUsageIsExplained(String line, String explanation) {
        Ran ran = Ran.payscope((Object[]) line.split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(explanation).containsAnyOf("Try 'payscope ", "Usage: payscope");
        assertThat(ran.err().lines().count()).as("lines: %s", ran.err()).isLessThan(line.contains(" ") ? 4 : 60);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void wrongUsageIsAnObjectTooWhereOneIsAskedFor() {
        JsonNode answer = Ran.payscope("prepare", "--bank", "9", "--json").json();

        assertThat(answer.path("status").asString()).isEqualTo("USAGE");
        assertThat(answer.path("exitCode").asInt()).isEqualTo(2);
        assertThat(answer.path("error").asString()).contains("--bank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"download", "prepare", "simulate", "synthesize", "upload", "verify", "report"})
    void everyCommandExplainsItself(String command) {
        Ran help = Ran.payscope(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Examples", "payscope " + command, "Exit code", "--json");
        assertThat(Ran.payscope(command, "--version").out()).startsWith("payscope ");
    }
}
