package io.payscope.runner.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleDocumentTest {

    @Test
    void tableOfTheDocumentIsTheModels() throws IOException {
        List<String> expected = new ArrayList<>();
        for (long banks : List.of(1L, 100L, 10_000L)) {
            for (long rows = 10_000_000; rows <= 10_000_000_000L; rows *= 10) {
                expected.add(new ScaleModel(banks, rows).line());
            }
        }
        List<String> document = Files.readAllLines(Path.of("..", "..", "SCALE.md"));
        assertThat(document).containsSubsequence(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10000000, none",
        "1, 1000000000, 15 minutes of normalize-upload",
        "50, 10000000, none",
        "50, 1000000000, graph writes",
        "100, 10000000, 256 KiB of state"
    })
    void firstBottleneckIsTheOneThatARunMeetsFirst(long banks, long rows, String bottleneck) {
        assertThat(new ScaleModel(banks, rows).firstBottleneck()).isEqualTo(bottleneck);
    }
}
