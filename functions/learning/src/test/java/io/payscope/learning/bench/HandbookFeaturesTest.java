package io.payscope.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.core.model.CanonicalRow;
import io.payscope.learning.feature.BookFeatures;
import io.payscope.learning.feature.FeatureBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The book's 15 features, row for row, against an independent implementation on the book's own data. */
class HandbookFeaturesTest {

    private static final String GOLDEN = "golden_features_2018-07-25_2018-07-31.csv.gz";

    /** The shared data lies beside a checkout, or beside the folder that holds several. */
    private static Path shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path found = folder.resolve("shared/data/handbook");
            if (Files.isRegularFile(found.resolve(GOLDEN))) {
                return found;
            }
            folder = folder.getParent();
        }
        return Path.of("absent");
    }

    @Test
    void reproducesTheGoldenFileRowForRow() throws IOException {
        Path folder = shared();
        assumeTrue(
                Files.isDirectory(folder),
                "SKIPPED: ../shared/data/handbook with " + GOLDEN + " is not there; GeneratedBookTest still runs");
        Map<String, double[]> golden = golden(folder.resolve(GOLDEN));
        FeatureBuilder builder = new FeatureBuilder(List.of(), Duration.ofDays(7));
        List<Integer> indexes = BookFeatures.indexes(builder.names());
        int[] compared = {0};
        double[] worst = {0};

        HandbookFile.in(folder).read(row -> {
            double[] values = builder.next(row);
            double[] expected = golden.get(id(row));
            if (expected != null) {
                compared[0]++;
                for (int i = 0; i < expected.length; i++) {
                    double found = values[indexes.get(i)];
                    worst[0] = Math.max(worst[0], Math.abs(found - expected[i]) / Math.max(1, Math.abs(expected[i])));
                }
            }
        });

        assertThat(golden).hasSize(67_240);
        assertThat(compared[0]).isEqualTo(golden.size());
        assertThat(worst[0]).as("largest relative difference").isCloseTo(0, within(1e-8));
    }

    private static String id(CanonicalRow row) {
        return row.transaction().transactionId();
    }

    private static Map<String, double[]> golden(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split(","));
            int[] columns = BookFeatures.NAMES.keySet().stream()
                    .mapToInt(header::indexOf)
                    .toArray();
            Map<String, double[]> rows = new HashMap<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",");
                double[] values = new double[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    values[i] = Double.parseDouble(fields[columns[i]]);
                }
                rows.put(fields[0], values);
            }
            return rows;
        }
    }
}
