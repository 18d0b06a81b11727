package io.payscope.datasets.simulate;

import java.util.SplittableRandom;

/**
 * Turns what is known of a card payment into 28 components without a name: each is a fixed mixture of the traits and of
 * noise of its own, with the spread that falls from the first to the last as in the original. The mixture does not
 * depend on the seed, so that a model of one simulation fits another. Not thread-safe.
 */
final class CardComponents {

    static final int COMPONENTS = 28;

    /** How far the amount lies above the customer's level, in deviations. */
    static final int AMOUNT = 0;

    /** How far the hour lies from the customer's. */
    static final int HOUR = 1;

    /** Whether the merchant is a new one to the customer. */
    static final int NOVELTY = 2;

    /** A trait of the terminal. */
    static final int TERMINAL = 3;

    /** How long ago the last payment was. */
    static final int PACE = 4;

    /** How far from home. */
    static final int DISTANCE = 5;

    /** The customer's own level. */
    static final int LEVEL = 6;

    /** What is bought. */
    static final int CATEGORY = 7;

    static final int TRAITS = 8;

    private static final double FIRST_SPREAD = 1.96;
    private static final double LAST_SPREAD = 0.33;

    /** Share of a component's variance that comes from the traits: of those that tell frauds, and of the others. */
    private static final double TELLING = 0.8;

    private static final double OTHER = 0.2;
    private static final long MIXTURE = 2013_09L;

    /** The components that tell frauds in the original, by number. */
    private static final String TELLING_COMPONENTS = ",3,4,7,9,10,11,12,14,16,17,";

    private static final double[][] MIXTURES = new double[COMPONENTS][TRAITS];
    private static final double[] NOISE = new double[COMPONENTS];

    static {
        SplittableRandom random = new SplittableRandom(MIXTURE);
        for (int i = 0; i < COMPONENTS; i++) {
            double spread = FIRST_SPREAD + (LAST_SPREAD - FIRST_SPREAD) * i / (COMPONENTS - 1);
            double share = TELLING_COMPONENTS.contains("," + (i + 1) + ",") ? TELLING : OTHER;
            double squares = 0;
            for (int trait = 0; trait < TRAITS; trait++) {
                MIXTURES[i][trait] = 2 * random.nextDouble() - 1;
                squares += MIXTURES[i][trait] * MIXTURES[i][trait];
            }
            for (int trait = 0; trait < TRAITS; trait++) {
                MIXTURES[i][trait] *= spread * Math.sqrt(share / squares);
            }
            NOISE[i] = spread * Math.sqrt(1 - share);
        }
    }

    private CardComponents() {}

    /** A component, from 0, of a payment with these traits. */
    static double value(int component, double[] traits, double noise) {
        double[] mixture = MIXTURES[component];
        double value = NOISE[component] * noise;
        for (int i = 0; i < TRAITS; i++) {
            value += mixture[i] * traits[i];
        }
        return value;
    }
}
