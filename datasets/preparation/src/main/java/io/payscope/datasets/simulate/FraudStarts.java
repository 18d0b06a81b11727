package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/**
 * Decides when a fraud begins and how. Frauds keep their number while honest payments come and go, so they are a larger
 * share of the quiet hours. Not thread-safe.
 */
final class FraudStarts {

    /** Below this share of the mean an hour's frauds fall with its payments. */
    private static final double QUIETEST = 0.3;

    private final double[] chances;
    private final double[][] mixes;
    private final Drift drift;
    private final SplittableRandom random;
    private double chance;
    private double next;
    private long begun;

    /**
     * Spreads the frauds over the hours.
     *
     * @param rowsPerStart mean number of frauds that a start leads to, by mechanism: early, then late
     * @param intensity relative number of payments in each hour
     */
    FraudStarts(
            SimulationSpec parameters,
            double[][] rowsPerStart,
            double[] intensity,
            Drift drift,
            SplittableRandom random) {
        SimulationSpec.FraudLaw law = parameters.fraud();
        if (law == null) {
            throw new IllegalArgumentException("expected a law of frauds, found none");
        }
        this.drift = drift;
        this.random = random;
        this.mixes = new double[][] {
            starts(law.early(), law.hiddenShare(), rowsPerStart[0]),
            starts(law.late(), law.hiddenShare(), rowsPerStart[1])
        };
        this.chances = chances(parameters.fraudRate(), rowsPerStart, intensity);
        this.next = random.nextDouble();
    }

    /** Cumulative shares of the starts such that the shares of the rows are those of the mix. */
    private static double[] starts(SimulationSpec.Mix mix, double hiddenShare, double[] rowsPerStart) {
        double[] shares = {mix.takeover(), mix.compromised(), mix.organised(), mix.spike(), 0};
        double visible = mix.takeover() + mix.compromised() + mix.organised() + mix.spike();
        shares[Mechanism.HIDDEN.ordinal()] = 1;
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double ofRows = i == Mechanism.HIDDEN.ordinal() ? hiddenShare : shares[i] / visible * (1 - hiddenShare);
            sum += ofRows / rowsPerStart[i];
            shares[i] = sum;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private double[] chances(double rate, double[][] rowsPerStart, double[] intensity) {
        double mean = 0;
        for (double hour : intensity) {
            mean += hour / intensity.length;
        }
        double[] frauds = new double[intensity.length];
        double expected = 0;
        for (int i = 0; i < frauds.length; i++) {
            frauds[i] = mean / Math.max(QUIETEST * mean, intensity[i]);
            expected += frauds[i] * intensity[i] / (mean * frauds.length);
        }
        double early = rowsOfStart(mixes[0], rowsPerStart[0]);
        double late = rowsOfStart(mixes[1], rowsPerStart[1]);
        for (int i = 0; i < frauds.length; i++) {
            frauds[i] *= rate / expected / (early + (late - early) * drift.late(i));
        }
        return frauds;
    }

    private static double rowsOfStart(double[] cumulative, double[] rowsPerStart) {
        double rows = 0;
        for (int i = 0; i < cumulative.length; i++) {
            rows += (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])) * rowsPerStart[i];
        }
        return rows;
    }

    /** Whether the payment of this hour is a fraud that begins: the k-th does within the k-th unit of chance. */
    boolean begins(int hour) {
        chance += chances[hour];
        if (chance < next) {
            return false;
        }
        next = ++begun + random.nextDouble();
        return true;
    }

    /** How it comes about. */
    Mechanism mechanism(int hour) {
        double[] mix = mixes[random.nextDouble() < drift.late(hour) ? 1 : 0];
        double draw = random.nextDouble();
        int i = 0;
        while (i < mix.length - 1 && draw >= mix[i]) {
            i++;
        }
        return Mechanism.of(i);
    }
}
