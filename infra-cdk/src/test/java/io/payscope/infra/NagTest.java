package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AwsSolutions of cdk-nag: no finding is left without a reason. */
@NodeRequired
class NagTest {

    @Test
    void everyFindingOfEveryStackIsMendedOrAcceptedWithItsReason() throws IOException {
        List<String> open = new ArrayList<>();
        int rules = 0;
        for (Path report : reports()) {
            for (String line : Files.readAllLines(report)) {
                if (line.startsWith("\"AwsSolutions-")) {
                    rules++;
                    if (!line.contains(",\"Compliant\",") && !line.contains(",\"Suppressed\",")) {
                        open.add(line);
                    }
                }
            }
        }

        assertThat(reports()).hasSize(5);
        assertThat(rules).isGreaterThan(100);
        assertThat(open).isEmpty();
    }

    @Test
    void suppressionsAreThoseOfResourcesNotOfStacks() throws IOException {
        try (Stream<Path> templates = Files.list(Synthesised.OUTPUT)) {
            assertThat(templates.filter(file -> file.toString().endsWith(".template.json")))
                    .hasSize(5)
                    .allSatisfy(template -> assertThat(
                                    Synthesised.JSON.readTree(template.toFile()).path("Metadata"))
                            .isEmpty());
        }
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(Synthesised.OUTPUT)) {
            return files.filter(file -> file.toString().endsWith("NagReport.csv"))
                    .toList();
        }
    }
}
