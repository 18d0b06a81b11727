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
        assertThat(reports(Synthesised.OUTPUT)).hasSize(5);
        assertThat(findings(Synthesised.OUTPUT)).hasSizeGreaterThan(100).allMatch(NagTest::settled);
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

    /** @return what every rule said of every resource of the stacks in that folder */
    static List<String> findings(Path output) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path report : reports(output)) {
            findings.addAll(Files.readAllLines(report));
        }
        findings.removeIf(line -> !line.startsWith("\"AwsSolutions-"));
        return findings;
    }

    /** @return whether a finding is none, or accepted with its reason */
    static boolean settled(String finding) {
        return finding.contains(",\"Compliant\",") || finding.contains(",\"Suppressed\",");
    }

    private static List<Path> reports(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.toString().endsWith("NagReport.csv"))
                    .toList();
        }
    }
}
