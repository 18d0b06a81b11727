package io.payscope.learning.boost;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.fraud.SimulatedPayments;
import io.payscope.learning.split.TemporalSplit;
import io.payscope.learning.tree.TreeModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final FraudPlan PLAN = new FraudPlan(0.6, 0.2, 24, 20, 5);

    private static BoostedTrees train(long seed, int threads) {
        try (LabelledRows rows = new SimulatedPayments(4_000, 12, 0.03, 21).labelled()) {
            TemporalSplit split = TemporalSplit.of(rows, PLAN);
            return BoostedTrees.train(
                    rows,
                    split.train(),
                    split.validation(),
                    BoostingParameters.forFeatures(12, FeatureBuilder.COMMON.size(), seed)
                            .withThreads(threads));
        }
    }

    @Test
    void sameSeedGivesSameBytesWhateverTheThreads() {
        BoostedTrees one = train(5, 1);

        assertThat(train(5, 1).text()).isEqualTo(one.text());
        assertThat(withoutThreads(train(5, 2).text())).isEqualTo(withoutThreads(one.text()));
        assertThat(train(6, 1).text()).isNotEqualTo(one.text());
    }

    @Test
    void trainingsSideBySideDoNotDisturbEachOther() throws ExecutionException, InterruptedException {
        String alone = train(5, 1).text();
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            List<Future<String>> texts = Stream.generate(
                            () -> executor.submit(() -> train(5, 1).text()))
                    .limit(3)
                    .toList();
            for (Future<String> text : texts) {
                assertThat(text.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void javaScoresEqualNativeScores() throws LGBMException {
        try (LabelledRows rows = new SimulatedPayments(4_000, 12, 0.03, 22).labelled()) {
            TemporalSplit split = TemporalSplit.of(rows, PLAN);
            BoostedTrees trees = BoostedTrees.train(
                    rows,
                    split.train(),
                    split.validation(),
                    BoostingParameters.forFeatures(12, FeatureBuilder.COMMON.size(), 1));
            TreeModel java = TreeModel.parse(trees.text());
            int width = rows.features().width();
            double[] row = new double[width];
            double largest = 0;
            try (LGBMBooster nativeModel = LGBMBooster.loadModelFromString(trees.text())) {
                for (int r = 0; r < rows.size(); r++) {
                    rows.features().copy(r, row);
                    if (r % 3 == 0) {
                        row[r % width] = r % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
                    }
                    double expected = nativeModel.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
                    largest = Math.max(largest, Math.abs(java.probability(row) - expected));
                }
            }
            assertThat(java.size()).isEqualTo(trees.trees());
            assertThat(largest).isLessThan(1e-12);
        }
    }

    @Test
    void stopsWhenValidationNoLongerGains() {
        BoostedTrees trees = train(5, 1);

        assertThat(trees.trees()).isBetween(1, trees.rounds());
        assertThat(trees.rounds() - trees.trees()).isLessThanOrEqualTo(40);
        assertThat(TreeModel.parse(trees.text()).size()).isEqualTo(trees.trees());
    }

    @Test
    void theNamedVersionIsTheOneOnTheClassPath() throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                LGBMBooster.class.getResourceAsStream("/META-INF/maven/io.github.metarank/lightgbm4j/pom.properties")) {
            properties.load(in);
        }
        assertThat(properties).containsEntry("version", NativeLibrary.VERSION);
    }

    /** The text ends with the parameters of training, the number of threads among them. */
    private static String withoutThreads(String text) {
        return text.replaceAll("\\[num_threads: \\d+]", "");
    }
}
