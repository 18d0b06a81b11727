package io.payscope.learning.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The Java evaluator against the native library, on features of every kind. */
class NativeEqualityTest {

    private static final int WIDTH = 6;
    private static final int ROWS = 40_000;
    private static final int CHECKED = 40_000;

    private final Random random = new Random(31);

    /** Normal, with missing values; category of 40; category of 3; zero-heavy; with infinities; constant. */
    private double[] row() {
        return new double[] {
            random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian(),
            random.nextInt(40),
            random.nextInt(50) == 0 ? Double.NaN : random.nextInt(3),
            random.nextBoolean() ? 0 : random.nextDouble(),
            random.nextInt(20) == 0 ? Double.POSITIVE_INFINITY : Math.exp(3 * random.nextGaussian()),
            1
        };
    }

    private String trained() throws LGBMException {
        double[] values = new double[ROWS * WIDTH];
        float[] labels = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            double[] row = row();
            System.arraycopy(row, 0, values, r * WIDTH, WIDTH);
            double score = (Double.isNaN(row[0]) ? 1 : row[0])
                    + (row[1] % 7 == 0 ? 2 : 0)
                    + (row[2] == 1 ? 1 : 0)
                    - 2 * row[3]
                    + (row[4] > 50 ? 2 : 0);
            labels[r] = score + random.nextGaussian() > 2.5 ? 1 : 0;
        }
        String parameters = "objective=binary num_leaves=31 categorical_feature=1,2 num_threads=1 verbosity=-1"
                + " max_cat_to_onehot=4 min_data_per_group=20 deterministic=true seed=1";
        try (LGBMDataset dataset = LGBMDataset.createFromMat(values, ROWS, WIDTH, true, parameters, null)) {
            dataset.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(dataset, parameters)) {
                for (int i = 0; i < 200; i++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            }
        }
    }

    @Test
    void scoresAndContributionsEqualTheNativeOnes() throws LGBMException {
        String text = trained();
        assertThat(text).contains("num_cat=2", "decision_type=");
        TreeModel model = TreeModel.parse(text);
        assertThat(model.size()).isEqualTo(200);
        double worst = 0;
        double worstSum = 0;
        double worstShare = 0;
        try (LGBMBooster booster = LGBMBooster.loadModelFromString(text)) {
            for (int i = 0; i < CHECKED; i++) {
                double[] row = row();
                if (i % 10 == 0) {
                    row[1 + i % 2] = i % 3 == 0 ? -3 : 1000 + i;
                }
                if (i % 11 == 0) {
                    row[i % WIDTH] = Double.NaN;
                }
                double expected = booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
                worst = Math.max(worst, Math.abs(model.probability(row) - expected));
                if (i % 400 == 0) {
                    double[] shares = model.contributions(row);
                    double sum = 0;
                    double[] reference =
                            booster.predictForMat(row, 1, WIDTH, true, PredictionType.C_API_PREDICT_CONTRIB);
                    for (int f = 0; f <= WIDTH; f++) {
                        sum += shares[f];
                        worstShare = Math.max(worstShare, Math.abs(shares[f] - reference[f]));
                    }
                    worstSum = Math.max(worstSum, Math.abs(sum - model.rawScore(row)));
                }
            }
        }
        assertThat(worst).isLessThan(1e-12);
        assertThat(worstSum).isLessThan(1e-6);
        assertThat(worstShare).isLessThan(1e-6);
    }
}
