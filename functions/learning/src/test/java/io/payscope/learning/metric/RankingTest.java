package io.payscope.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final double EXACT = 1e-12;

    @Test
    void matchesValuesComputedByHand() {
        // By falling score: fraud, legitimate, fraud, legitimate.
        Ranking ranking = new Ranking(new double[] {0.9, 0.8, 0.4, 0.1}, new boolean[] {true, false, true, false});

        assertThat(ranking.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(EXACT));
        assertThat(ranking.rocAuc()).isCloseTo(3 / 4.0, within(EXACT));
        assertThat(ranking.bestF1Threshold()).isEqualTo(0.4);
    }

    @Test
    void treatsTiesAsOneBlock() {
        // One block of a fraud and a legitimate row, then a block of one fraud and two legitimate rows.
        Ranking ranking =
                new Ranking(new double[] {0.7, 0.7, 0.2, 0.2, 0.2}, new boolean[] {false, true, false, true, false});

        assertThat(ranking.averagePrecision()).isCloseTo(0.5 * 1 / 2 + 0.5 * 2 / 5, within(EXACT));
        assertThat(ranking.rocAuc()).isCloseTo((0.5 + 2 + 0 + 1) / 6, within(EXACT));
    }

    @Test
    void constantScoresGivePrevalenceAndOneHalf() {
        boolean[] labels = {true, false, false, false, true, false, false, false};
        Ranking ranking = new Ranking(new double[8], labels);

        assertThat(ranking.averagePrecision()).isCloseTo(0.25, within(EXACT));
        assertThat(ranking.rocAuc()).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void perfectOrderGivesOneAndReversedOrderNoArea() {
        boolean[] labels = {false, false, true, true};

        assertThat(new Ranking(new double[] {1, 2, 3, 4}, labels).averagePrecision())
                .isEqualTo(1);
        assertThat(new Ranking(new double[] {1, 2, 3, 4}, labels).rocAuc()).isEqualTo(1);
        assertThat(new Ranking(new double[] {4, 3, 2, 1}, labels).rocAuc()).isZero();
    }

    @Test
    void agreesWithDefinitionsOnRandomTiedScores() {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            int n = 2 + random.nextInt(40);
            double[] scores =
                    random.doubles(n).map(x -> Math.floor(x * 12) / 12).toArray();
            boolean[] labels = labels(random, n);
            Ranking ranking = new Ranking(scores, labels);

            assertThat(ranking.rocAuc()).isCloseTo(pairwiseAuc(scores, labels), within(EXACT));
            assertThat(ranking.averagePrecision()).isCloseTo(definedAp(scores, labels), within(EXACT));
            double bestF1 = IntStream.range(0, n)
                    .mapToDouble(i -> Confusion.at(scores, labels, scores[i]).f1())
                    .max()
                    .orElseThrow();
            assertThat(Confusion.at(scores, labels, ranking.bestF1Threshold()).f1())
                    .isEqualTo(bestF1);
        }
    }

    @Test
    void isUnchangedByRowOrderAndByMonotoneTransformation() {
        Random random = new Random(11);
        double[] scores = random.doubles(200).map(x -> Math.floor(x * 50) / 50).toArray();
        boolean[] labels = labels(random, 200);
        double[] reversedScores = IntStream.range(0, 200)
                .mapToDouble(i -> Math.exp(scores[199 - i]))
                .toArray();
        boolean[] reversedLabels = new boolean[200];
        for (int i = 0; i < 200; i++) {
            reversedLabels[i] = labels[199 - i];
        }
        Ranking ranking = new Ranking(scores, labels);
        Ranking other = new Ranking(reversedScores, reversedLabels);

        assertThat(other.averagePrecision()).isEqualTo(ranking.averagePrecision());
        assertThat(other.rocAuc()).isEqualTo(ranking.rocAuc());
    }

    @Test
    void refusesOneClassAndNumbersThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking(new double[2], new boolean[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranking(new double[] {Double.NaN, 1}, new boolean[] {true, false}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking(new double[3], new boolean[] {true, false}));
    }

    private static boolean[] labels(Random random, int n) {
        boolean[] labels = new boolean[n];
        for (int i = 2; i < n; i++) {
            labels[i] = random.nextInt(4) == 0;
        }
        labels[0] = true;
        return labels;
    }

    private static double pairwiseAuc(double[] scores, boolean[] labels) {
        double wins = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] && !labels[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    /** The mean over the frauds of the precision among all rows that score at least as high. */
    private static double definedAp(double[] scores, boolean[] labels) {
        double sum = 0;
        int frauds = 0;
        for (int i = 0; i < scores.length; i++) {
            if (labels[i]) {
                frauds++;
                sum += Confusion.at(scores, labels, scores[i]).precision();
            }
        }
        return sum / frauds;
    }
}
