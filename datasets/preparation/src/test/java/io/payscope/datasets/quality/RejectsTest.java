package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsTest {

    private final RuleBook book = RuleBook.of(Catalog.load().entry(new BankId(3)));

    @TempDir
    private Path folder;

    @Test
    void firstExamplesOfEachRuleAreKept() throws IOException {
        try (Rejects rejects = new Rejects(folder)) {
            for (int line = 2; line < 12; line++) {
                rejects.refuse("a.csv", line, "amount", "number", "value " + line);
            }
            rejects.refuseSide(new Refusal("b.csv", 7, "key", "unique-id", "x".repeat(100)));

            List<RuleCount> counts = rejects.counts(book);
            assertThat(counts).extracting(RuleCount::rule).containsExactly("number", "unique-id");
            assertThat(counts.getFirst().rows()).isEqualTo(10);
            assertThat(counts.getFirst().examples()).extracting(Refusal::line).containsExactly(2L, 3L, 4L, 5L, 6L);
            assertThat(counts.getLast().sideRows()).isEqualTo(1);
            assertThat(counts.getLast().examples().getFirst().value()).hasSize(Refusal.MOST_CHARACTERS);
            assertThat(rejects.byRule()).isEqualTo(Map.of("number", 10L));
            assertThat(rejects.sideRows()).isEqualTo(Map.of("b.csv", 1L));
            assertThat(rejects.count()).isEqualTo(10);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fileHasOneLineARefusalWhateverItsTexts() throws IOException {
        FolderObjectStore objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        try (Rejects rejects = new Rejects(folder)) {
            rejects.refuse("a.csv", 2, "=column\n", "text", "two\nlines");
            rejects.refuse("a.csv", 3, "amount", "amount-not-negative", "-7.90");
            rejects.store(objects, "rejects.csv.gz");
        }
        try (GZIPInputStream in = new GZIPInputStream(objects.open("rejects.csv.gz"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "file,line,column,rule,value",
                            "a.csv,2,'=column ,text,two lines",
                            "a.csv,3,amount,amount-not-negative,-7.90");
        }
    }

    @Test
    void everyRuleThatCanRefuseHasAMeaning() {
        Catalog.load().entries().forEach(entry -> {
            Map<String, String> meanings = RuleBook.of(entry).meanings();
            for (CommonRule rule : CommonRule.values()) {
                assertThat(meanings.get(rule.id())).endsWith(".");
            }
            assertThat(entry.rules())
                    .allSatisfy(rule -> assertThat(meanings.get(rule.id())).contains("'" + rule.column() + "' is "));
            assertThat(CanonicalRules.all())
                    .allSatisfy(rule -> assertThat(meanings.get(rule.id())).isNotBlank());
        });
        assertThat(book.meaning("step-range")).isEqualTo("'step' is from 1 to 100000.");
        assertThat(book.meaning("balance-not-negative"))
                .isEqualTo("'oldbalanceOrg' is at least 0. 'oldbalanceDest' is at least 0.");
    }
}
