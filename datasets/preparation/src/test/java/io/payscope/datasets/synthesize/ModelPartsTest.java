package io.payscope.datasets.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.Catalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pieces that the model is put together from. */
class ModelPartsTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.841344746, 1", "0.022750132, -2", "0.999, 3.090232", "0.0001, -3.719016"})
    void normalDistributionHasItsTabledValues(double share, double score) {
        assertThat(Normal.share(score)).isCloseTo(share, within(1e-6));
        assertThat(Normal.score(share)).isCloseTo(score, within(5e-4));
    }

    @Test
    void marginalGivesBackItsQuantiles() {
        Marginal marginal = new Marginal(0, 10);
        for (int i = 0; i <= 1000; i++) {
            marginal.add(i / 100.0);
        }
        assertThat(marginal.quantile(0.25)).isCloseTo(2.5, within(0.02));
        assertThat(marginal.quantile(0)).isZero();
        assertThat(marginal.quantile(1)).isEqualTo(10);
    }

    @Test
    void marginalKeepsTheOneValueOfABinExactly() {
        Marginal marginal = new Marginal(0, 10);
        for (int i = 0; i < 50; i++) {
            marginal.add(3.25);
            marginal.add(7.5);
        }
        assertThat(marginal.quantile(0.3)).isEqualTo(3.25);
        assertThat(marginal.quantile(0.9)).isEqualTo(7.5);
    }

    @Test
    void distanceOfMarginalsIsTheLargestGap() {
        Marginal left = new Marginal(0, 1);
        Marginal right = new Marginal(0, 1);
        for (int i = 0; i < 100; i++) {
            left.add(i / 100.0);
            right.add(i < 30 ? 0.95 : i / 100.0);
        }
        assertThat(left.kolmogorovSmirnov(left)).isZero();
        assertThat(left.kolmogorovSmirnov(right)).isCloseTo(0.3, within(0.011));
    }

    @Test
    void factorGivesTheDependenceThatWasMeasured() {
        double[][] rows = new double[3000][];
        for (int i = 0; i < rows.length; i++) {
            double shared = random.nextGaussian();
            rows[i] = new double[] {
                Math.exp(shared), -shared + 0.5 * random.nextGaussian(), 4.0, random.nextGaussian(), 0, 1
            };
        }
        Dependence found = Dependence.of(rows, CommonRow.WIDTH);
        assertThat(found.correlation(0, 1)).isCloseTo(-1 / Math.sqrt(1.25), within(0.03));
        assertThat(found.correlation(0, 2)).as("a column that never changes").isZero();
        assertThat(found.correlation(0, 3)).isCloseTo(0, within(0.06));

        double[][] factor = found.factor();
        double product = 0;
        for (int k = 0; k < CommonRow.WIDTH; k++) {
            product += factor[1][k] * factor[0][k];
        }
        assertThat(product).isCloseTo(found.correlation(0, 1), within(0.03));
    }

    @Test
    void fewRowsLeanOnTheirPrior() {
        Dependence none = Dependence.none(2);
        Dependence full = Dependence.of(new double[][] {{1, 1}, {2, 2}, {3, 3}}, 2);
        assertThat(full.shrunkTo(none, 50).correlation(0, 1)).isCloseTo(0.5, within(1e-9));
        assertThat(full.shrunkTo(none, 5000).correlation(0, 1)).isGreaterThan(0.98);
    }

    @Test
    void hoursOfADayWithoutRowsAreThoseOfTheOthers() {
        WeekRhythm rhythm = new WeekRhythm();
        for (int i = 0; i < 500; i++) {
            rhythm.add(0, 12 * 3600 + 5);
        }
        assertThat(rhythm.second(0, 0.5)).isBetween(12 * 3600.0, 13 * 3600.0);
        assertThat(rhythm.second(6, 0.99)).isBetween(12 * 3600.0, 13 * 3600.0);
    }

    @Test
    void everyFifthOfTheSpanHasItsFrauds() {
        LabelOrder order = new LabelOrder(new LabelCounts(30, 900, 70), random);
        int[] frauds = new int[5];
        int unknown = 0;
        for (int i = 0; i < order.size(); i++) {
            frauds[i / 200] += order.label(i) == Label.FRAUD ? 1 : 0;
            unknown += order.label(i) == Label.UNKNOWN ? 1 : 0;
        }
        assertThat(frauds).containsOnly(6);
        assertThat(unknown).isEqualTo(70);
    }

    @Test
    void partiesComeBackAsOftenAsInTheSource() {
        PartyHabits habits = new PartyHabits(Catalog.load().entry(new BankId(5)).syntheticSynthesis());
        for (int i = 0; i < 4000; i++) {
            String payer = i % 4 == 0 ? "new" + i : "known" + random.nextInt(20);
            habits.add(payment(payer, "shop" + random.nextInt(50)), payer.hashCode() % 7 - 3);
        }
        habits.forget();
        Population population = new Population(habits, 3000, random);
        int[] payments = new int[3000];
        for (int i = 0; i < 3000; i++) {
            population.choose(Label.LEGITIMATE);
            payments[population.payer()]++;
            assertThat(population.kind()).isEqualTo(PayeeKind.MERCHANT);
        }
        long payers = Arrays.stream(payments).filter(count -> count > 0).count();
        assertThat(payers).isBetween(650L, 850L);
        assertThat(Arrays.stream(payments).max().orElse(0)).isGreaterThan(30);
        assertThat(habits.likeness()).as("a payer's amounts are alike").isGreaterThan(0.8);
    }

    private static CanonicalTransaction payment(String payer, String payee) {
        return new CanonicalTransaction(
                new BankId(1),
                "t",
                Instant.EPOCH,
                BigDecimal.ONE,
                "EUR",
                "card",
                payer,
                payee,
                PayeeKind.MERCHANT,
                Label.LEGITIMATE,
                LifecycleStage.SETTLED,
                1);
    }
}
