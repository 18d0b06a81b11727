package io.payscope.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.learning.data.LabelledRows;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTrainerTest {

    @Test
    void recoversTheLawThatMadeTheLabels() {
        Random random = new Random(3);
        try (LabelledRows rows = new LabelledRows(List.of("a", "b", "constant"))) {
            for (int i = 0; i < 40_000; i++) {
                double a = random.nextGaussian();
                double b = 1000 + 50 * random.nextGaussian();
                double logOdds = -2 + 1.5 * a - 0.02 * (b - 1000);
                boolean fraud = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
                rows.append(Instant.EPOCH, fraud, new double[] {a, b, 3});
            }
            LogisticModel model = new LogisticTrainer(1).fit(rows, rows.size());

            assertThat(model.weights().get(0) / model.scales().get(0)).isCloseTo(1.5, within(0.06));
            assertThat(model.weights().get(1) / model.scales().get(1)).isCloseTo(-0.02, within(0.0012));
            assertThat(model.weights().get(2)).isCloseTo(0, within(1e-9));
            assertThat(model.intercept()).isCloseTo(-2, within(0.06));
        }
    }

    @Test
    void theGradientVanishesAtTheFit() {
        Random random = new Random(2);
        try (LabelledRows rows = new LabelledRows(List.of("a", "b"))) {
            for (int i = 0; i < 500; i++) {
                boolean fraud = i % 10 == 0;
                double signal = random.nextGaussian() + (fraud ? 3 : 0);
                rows.append(Instant.EPOCH, fraud, new double[] {signal, random.nextDouble()});
            }
            LogisticModel model = new LogisticTrainer(2).fit(rows, 500);

            double[] row = new double[2];
            double[] gradient = {2 * model.weights().get(0), 2 * model.weights().get(1)};
            double bias = 0;
            for (int r = 0; r < 500; r++) {
                rows.features().copy(r, row);
                double miss = model.probability(row) - (rows.fraud(r) ? 1 : 0);
                bias += miss;
                for (int i = 0; i < 2; i++) {
                    gradient[i] += miss
                            * (row[i] - model.means().get(i))
                            / model.scales().get(i);
                }
            }
            assertThat(gradient[0]).isCloseTo(0, within(1e-3));
            assertThat(gradient[1]).isCloseTo(0, within(1e-3));
            assertThat(bias).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void missingCountsAsTheMean() {
        LogisticModel model = new LogisticModel(List.of(10.0), List.of(2.0), List.of(1.0), -1);

        assertThat(model.probability(new double[] {Double.NaN})).isEqualTo(model.probability(new double[] {10}));
        assertThat(model.probability(new double[] {12})).isCloseTo(0.5, within(1e-15));
    }
}
