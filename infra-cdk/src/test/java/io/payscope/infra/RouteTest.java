package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Pattern ROW = Pattern.compile("\\| `((?:GET|POST|DELETE) [^`]+)` \\|.*");

    /** The functions' policy table is held against the same page, so the gateway lets through what they answer. */
    @Test
    void gatewayHasTheRoutesOfThePolicyAndNoOthers() throws IOException {
        List<String> policy = Files.readAllLines(Synthesised.REPOSITORY.resolve("SECURITY.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .toList();

        assertThat(Route.ALL)
                .extracting(route -> route.method() + " " + route.path())
                .containsExactlyInAnyOrderElementsOf(policy);
    }
}
