package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.datasets.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for readers names the rules that there are, and no others. */
class QualityGuideTest {

    private static final Pattern RULE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|(.*)\\|$");

    @Test
    void guideNamesEveryRuleWithItsMeaning() throws IOException {
        String guide = Files.readString(Path.of("../QUALITY.md"));

        Set<String> named =
                RULE.matcher(guide).results().map(result -> result.group(1)).collect(Collectors.toSet());
        Set<String> known = Catalog.load().entries().stream()
                .flatMap(entry -> RuleBook.of(entry).meanings().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(known);
        for (CommonRule rule : CommonRule.values()) {
            assertThat(guide).contains("| `" + rule.id() + "` | " + rule.meaning() + " |");
        }
        assertThat(Arrays.stream(CommonRule.values()).map(CommonRule::id))
                .as("a catalog rule cannot take the name of a common one")
                .doesNotContainAnyElementsOf(Catalog.load().entries().stream()
                        .flatMap(entry -> entry.rules().stream())
                        .map(rule -> rule.id())
                        .toList());
    }
}
