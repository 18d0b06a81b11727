package io.payscope.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.Label;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.primitive.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerTest {

    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void orderOfTheRowsMakesNoDifference() throws IOException {
        List<Integer> shuffled = new ArrayList<>(numbers());
        Collections.shuffle(shuffled, new Random(4));

        assertThat(draw(shuffled, 500, 1)).isEqualTo(draw(numbers(), 500, 1));
    }

    @Test
    void otherSeedDrawsOtherRows() throws IOException {
        assertThat(draw(numbers(), 500, 2))
                .isNotEqualTo(draw(numbers(), 500, 1))
                .hasSize(500);
    }

    @Test
    void everyRowIsKeptWhereThereAreTooFew() throws IOException {
        assertThat(draw(numbers(), ROWS + 1, 1)).hasSize(ROWS);
    }

    @Test
    void rowsComeBackInTheOrderOfTimeAndThenOfIds() throws IOException {
        List<String> ids = draw(numbers(), 1_000, 1);

        assertThat(ids).isSortedAccordingTo((a, b) -> {
            int byTime = Integer.compare(number(a) / 10, number(b) / 10);
            return byTime != 0 ? byTime : a.compareTo(b);
        });
    }

    @Test
    void labelsKeepTheirRatioAndWeights() throws IOException {
        try (Sampler sampler = new Sampler(500, 1, folder)) {
            MappedRow row = new MappedRow("EUR", 1);
            for (int number : numbers()) {
                sampler.offer(fill(row, number));
            }
            Sampler.Sample sample = sampler.finish();

            assertThat(sample.before().fraud()).isEqualTo(30);
            assertThat(sample.after().fraud()).isEqualTo(5);
            assertThat(sample.after().legitimate()).isEqualTo(495);
            assertThat(sample.inclusionWeights()).containsEntry("FRAUD", 6.0).containsEntry("LEGITIMATE", 6.0);
        }
    }

    @Test
    void everyRowIsAsLikelyAsAnyOther() throws IOException {
        int[] drawn = new int[ROWS];
        int rounds = 60;
        for (int seed = 0; seed < rounds; seed++) {
            draw(numbers(), ROWS / 2, seed).forEach(id -> drawn[number(id)]++);
        }
        double worst = IntStream.of(drawn)
                .mapToDouble(n -> Math.abs(n - rounds / 2.0))
                .max()
                .orElseThrow();
        assertThat(worst).as("six standard deviations").isLessThan(6 * Math.sqrt(rounds / 4.0));
    }

    private List<String> draw(List<Integer> numbers, long rows, long seed) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Sampler sampler = new Sampler(rows, seed, folder)) {
            MappedRow row = new MappedRow("EUR", 1);
            for (int number : numbers) {
                sampler.offer(fill(row, number));
            }
            sampler.finish().forEach(row, kept -> {
                assertThat(kept.features[0]).isEqualTo(number(kept.id.toString()) + 0.5);
                ids.add(kept.id.toString());
            });
        }
        return ids;
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, ROWS).boxed().toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(2));
    }

    private static MappedRow fill(MappedRow row, int number) {
        ContentHash hash = new ContentHash();
        hash.add((long) number);
        hash.finish();
        row.hashHigh = hash.high();
        row.hashLow = hash.low();
        row.id.set("id" + number);
        row.channel.set("card");
        row.micros = number / 10;
        row.label = number % 100 == 0 ? Label.FRAUD : Label.LEGITIMATE;
        row.features[0] = number + 0.5;
        return row;
    }
}
