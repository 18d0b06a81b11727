package io.payscope.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.learning.forecast.model.Candidate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastBenchTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return new ForecastBench(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private static Evaluation row(String name, double naive, double additive, double boosted, double choice) {
        Map<Candidate, Double> means = Map.of(
                Candidate.SEASONAL_NAIVE, naive,
                Candidate.ADDITIVE, additive,
                Candidate.BOOSTED, boosted);
        return new Evaluation(name, 7, 10, means, choice, Map.of(), 0.8, 0.95, 0, 30, 1);
    }

    @Test
    void printsTheTableAndWritesJson() throws IOException {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder("ds,y\n");
        for (int i = 0; i < 200; i++) {
            lines.append(LocalDate.of(2024, 1, 1).plusDays(i))
                    .append(',')
                    .append(100 + 20 * (i % 7) + 5 * random.nextGaussian())
                    .append('\n');
        }
        Files.writeString(folder.resolve("weekly.csv"), lines);
        Files.writeString(folder.resolve("broken.csv"), "ds,y\nyesterday,1\n");
        Path json = folder.resolve("bench.json");
        int code = run(folder.toString(), "--horizons", "7", "--origins", "3", "--json", json.toString());

        assertThat(code).isBetween(0, 1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("skipped broken.csv, line 2")
                .containsPattern("weekly +7 \\|")
                .contains(code == 0 ? "acceptance met" : "NOT MET");
        assertThat(json).content().contains("\"series\": \"weekly\"", "\"origins\": 3", "\"met\": " + (code == 0));
    }

    @Test
    void nothingToMeasureIsNoSuccess() throws IOException {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(run("--horizons")).isEqualTo(2);
        assertThat(run(folder.resolve("absent").toString())).isEqualTo(2);
    }

    @Test
    void verdictFailsAboveEitherBar() {
        assertThat(Verdict.of(List.of(row("a", 1, 0.9, 0.8, 0.75))).failures()).isEmpty();
        assertThat(Verdict.of(List.of(row("a", 1, 0.9, 0.8, 0.85))).failures())
                .singleElement()
                .asString()
                .contains("our two models");
        assertThat(Verdict.of(List.of(row("a", 1, 1.3, 1.4, 1.2))).failures())
                .singleElement()
                .asString()
                .contains("seasonal naive");
        assertThat(Verdict.of(List.of(row("daily_handbook_volume", 1, 0.99, 0.99, 0.95)))
                        .failures())
                .singleElement()
                .asString()
                .contains("published");
    }
}
