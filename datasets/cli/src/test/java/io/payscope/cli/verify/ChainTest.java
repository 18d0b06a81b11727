package io.payscope.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.simulate.RawSimulation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTest {

    private static final List<BankId> BANKS =
            Stream.of(1, 2, 3, 4, 5).map(BankId::new).toList();

    @TempDir
    private static Path pattern;

    @TempDir
    private Path bucket;

    /** The chain is made once and copied for each test. */
    @BeforeEach
    void write() throws IOException {
        if (!Files.exists(pattern.resolve("raw"))) {
            new WholeChain(pattern).write();
        }
        try (Stream<Path> all = Files.walk(pattern)) {
            for (Path from : all.toList()) {
                Path to = bucket.resolve(pattern.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
    }

    private List<Link> verify() {
        List<Link> links = new ArrayList<>();
        new Chain(new FolderObjectStore(bucket)).verify(BANKS, links::add);
        return links;
    }

    private List<Link.Broken> broken() {
        return verify().stream()
                .filter(Link.Broken.class::isInstance)
                .map(Link.Broken.class::cast)
                .toList();
    }

    private Path only(String glob) throws IOException {
        try (Stream<Path> all = Files.walk(bucket)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> bucket.relativize(file).toString().matches(glob.replace("*", "[^/]*")))
                    .toList();
            assertThat(found).as(glob).hasSize(1);
            return found.getFirst();
        }
    }

    @Test
    void everyKindOfLinkIsCheckedAndHolds() {
        List<Link> links = verify();

        assertThat(links).allMatch(Link.Sound.class::isInstance);
        assertThat(links.stream().map(Link::kind).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void changedDecisionIsNoticed() throws IOException {
        Path entry = only("models/bank=3/fraud/registry/000001.json");
        Files.writeString(entry, Files.readString(entry).replace("the first", "the best!"));

        assertThat(broken()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(Kind.REGISTRY);
            assertThat(link.key()).endsWith("champion.json");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "raw/bank=3/PS_*.csv, ORIGIN, raw/bank=3/PS_",
        "raw/bank=3/PS_*.csv, SOURCE, prepared/bank=3/",
        "prepared/bank=3/*/part-00000.csv.gz, PART, part-00000.csv.gz",
        "prepared/bank=5/*/part-00000.csv.gz, PART, part-00000.csv.gz",
        "parts/bank=3/*/part-00000.csv.gz, PART, part-00000.csv.gz",
        "prepared/bank=3/*/lineage.csv.gz, LINEAGE, lineage.csv.gz",
        "rejects/bank=3/????????????????.csv.gz, REJECTS, rejects/bank=3/",
        "uploads/bank=3/mine.csv, SOURCE, parts/bank=3/upload=",
        "models/bank=3/fraud/*/model.txt, MODEL, model.txt"
    })
    void oneChangedByteBreaksTheLink(String file, Kind kind, String named) throws IOException {
        Path target = only(file.replace("?", "[0-9a-f]"));
        byte[] bytes = Files.readAllBytes(target);
        bytes[bytes.length / 2] ^= 1;
        Files.write(target, bytes);

        assertThat(broken()).anySatisfy(link -> {
            assertThat(link.kind()).isEqualTo(kind);
            assertThat(link.key()).contains(named);
            assertThat(link.expected()).isNotEqualTo(link.found());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "prepared/bank=3/*/manifest.json, '\"seed\":42', '\"seed\":43', MANIFEST",
        "prepared/bank=3/*/manifest.json, '\"rowsKept\":300', '\"rowsKept\":301', CONTENT",
        "prepared/bank=3/*/manifest.json, '\"duplicatesRemoved\":', '\"duplicatesRemoved\":1', ACCOUNTS",
        "prepared/bank=3/*/manifest.json, '\"seed\":42', '\"seeds\":42', MANIFEST",
        "prepared/bank=5/*/manifest.json, '\"seed\":42', '\"seed\":43', MANIFEST",
        "parts/bank=3/*/manifest.json, '\"parents\":[\"', '\"parents\":[\"f', UPLOAD",
        "receipts/bank=3/prepare-dataset/*/result.json, '\"rows\":300', '\"rows\":301', MANIFEST",
        "receipts/bank=5/synthesize-bank/*/result.json, '\"rows\":100', '\"rows\":101', MANIFEST",
        "receipts/bank=3/train-fraud/*/result.json, '\"modelSha256\":\"', '\"modelSha256\":\"0', CARD",
        "models/bank=3/fraud/*/card.json, '\"news\":1', '\"news\":2', CARD",
        "reports/run=run-1/summary.json, '\"rows\":300,\"upload', '\"rows\":301,\"upload', RUN",
        "reports/run=run-1/summary.json, '\"modelSha256\":\"', '\"modelSha256\":\"0', CARD",
        "reports/run=run-1/summary.json, run-1, run-2, RUN",
        "reports/run=run-1/ml_training_summary.json, '\"averagePrecision\":0.5', '\"averagePrecision\":0.9', RUN"
    })
    void changedTextBreaksTheLink(String file, String from, String to, Kind kind) throws IOException {
        Path target = only(file);
        change(target, from, to);

        assertThat(broken()).extracting(Link.Broken::kind).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "ledger/part-00000.json, '\"inserted\":150', '\"inserted\":151', RECEIPT",
        "graph/part-00000.json, '\"alreadyPresent\":150', '\"alreadyPresent\":149', RECEIPT",
        "completed.json, '\"ledgerInserted\":150', '\"ledgerInserted\":300', UPLOAD",
        "completed.json, '\"rows\":300', '\"rows\":299', UPLOAD",
        "vectors.json, '\"documents\":9', '\"documents\":8', RECEIPT"
    })
    void changedReceiptBreaksTheLink(String file, String from, String to, Kind kind) throws IOException {
        for (Path upload : uploads()) {
            if (Files.readString(upload.resolve(file)).contains(from)) {
                change(upload.resolve(file), from, to);
            }
        }

        assertThat(broken()).extracting(Link.Broken::kind).contains(kind);
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> folders = Files.list(bucket.resolve("receipts/bank=3"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("upload="))
                    .toList();
        }
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "raw/bank=3/PS_*.csv, SOURCE",
        "prepared/bank=3/*/part-00000.csv.gz, PART",
        "prepared/bank=3/*/lineage.csv.gz, LINEAGE",
        "rejects/bank=3/????????????????.csv.gz, REJECTS",
        "uploads/bank=3/mine.csv, SOURCE",
        "models/bank=3/fraud/*/model.txt, MODEL",
        "models/bank=3/fraud/*/card.json, CARD",
        "reports/run=run-1/ml_training_summary.json, RUN"
    })
    void whatIsRemovedIsAbsentAndNotBroken(String file, Kind kind) throws IOException {
        Files.delete(only(file.replace("?", "[0-9a-f]")));

        List<Link> links = verify();

        assertThat(links).noneMatch(Link.Broken.class::isInstance);
        assertThat(links).anyMatch(link -> link instanceof Link.Absent && link.kind() == kind);
    }

    @Test
    void rawFilesThatWereReplacedByAKnownSimulationAreAbsentAndNotBroken() {
        Catalog catalog = Catalog.load();
        new RawSimulation(new FolderObjectStore(bucket), catalog, pattern)
                .write(catalog.entry(WholeChain.BANK), "raw/", 300, 7);

        List<Link> links = verify();

        assertThat(links).noneMatch(Link.Broken.class::isInstance);
        assertThat(links).anyMatch(link -> link instanceof Link.Absent && link.kind() == Kind.SOURCE);
    }

    @Test
    void emptyBucketHasNoLinks() throws IOException {
        bucket = Files.createDirectory(bucket.resolve("empty"));

        assertThat(verify()).isEmpty();
    }
}
