package io.payscope.datasets.synthesize;

import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.Label;
import io.payscope.datasets.catalog.SynthesisSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The model of one source: a portrait of each label and of each channel within it, and its parties' habits. Memory: at
 * most 18 portraits. Not thread-safe.
 */
final class SourceModel {

    /** Rows that a channel of a label needs for a portrait of its own. */
    private static final int FEWEST_ROWS = 20;

    private static final int CHANNELS = CommonRow.CHANNELS.size();

    private final SourceProfile profile;
    private final SynthesisSpec spec;
    private final PartyHabits habits;
    private final Map<Label, Stratum> strata = new EnumMap<>(Label.class);
    private final double amountShift;
    private final double secondShift;

    /** The rows of one label. */
    private static final class Stratum {

        private final Portrait whole;
        private final @Nullable Portrait[] byChannel = new Portrait[CHANNELS];
        private final double[] @Nullable [][] factors = new double[CHANNELS][][];

        private Stratum(long seed) {
            whole = new Portrait(seed);
        }
    }

    SourceModel(SourceProfile profile, SynthesisSpec spec) {
        this.profile = profile;
        this.spec = spec;
        this.habits = new PartyHabits(spec);
        SplittableRandom twist = new SplittableRandom(profile.seed(1));
        this.amountShift = spec.seedShift() * twist.nextGaussian();
        this.secondShift = spec.seedShift() / 2 * 3_600 * twist.nextGaussian();
    }

    /** Takes a row into account. */
    void add(CanonicalRow row, CommonRow view) {
        Stratum stratum = strata.computeIfAbsent(view.label, label -> new Stratum(profile.seed(10 + label.ordinal())));
        stratum.whole.add(view);
        Portrait portrait = stratum.byChannel[view.channel];
        if (portrait == null) {
            portrait = new Portrait(profile.seed(20 + view.label.ordinal() * CHANNELS + view.channel));
            stratum.byChannel[view.channel] = portrait;
        }
        portrait.add(view);
        habits.add(row.transaction(), profile.amountDeviation(view.values[CommonRow.LOG_AMOUNT]));
    }

    /** Ends the fit: correlations of few rows lean on those of their label, and those on none. */
    void finish() {
        habits.forget();
        for (Stratum stratum : strata.values()) {
            Dependence whole =
                    stratum.whole.dependence().shrunkTo(Dependence.none(CommonRow.WIDTH), stratum.whole.rows());
            for (int i = 0; i < CHANNELS; i++) {
                Portrait portrait = stratum.byChannel[i];
                if (portrait == null || portrait.rows() < FEWEST_ROWS) {
                    stratum.byChannel[i] = stratum.whole;
                    stratum.factors[i] = whole.factor();
                } else {
                    stratum.factors[i] = portrait.dependence()
                            .shrunkTo(whole, portrait.rows())
                            .factor();
                }
            }
        }
    }

    SourceProfile profile() {
        return profile;
    }

    PartyHabits habits() {
        return habits;
    }

    /** Statistics of all rows of a label, or null if there are none. */
    @Nullable
    Portrait portrait(Label label) {
        Stratum stratum = strata.get(label);
        return stratum == null ? null : stratum.whole;
    }

    /** A channel as often as among the label's rows, now and then any that the source has. */
    int channel(Label label, SplittableRandom random) {
        double[] weights = stratum(label).whole.channels();
        if (random.nextDouble() < spec.channelSmoothing()) {
            for (Stratum stratum : strata.values()) {
                double[] counts = stratum.whole.channels();
                Arrays.setAll(weights, i -> weights[i] + counts[i] > 0 ? 1 : 0);
            }
        }
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int channel = 0;
        while (channel < CHANNELS - 1 && left >= weights[channel]) {
            left -= weights[channel++];
        }
        return channel;
    }

    private Stratum stratum(Label label) {
        Stratum stratum = strata.get(label);
        if (stratum == null) {
            throw new IllegalArgumentException("bank " + profile.bank() + " has no row labelled " + label);
        }
        return stratum;
    }

    /**
     * Draws the values of a row whose label, channel and weekday are set.
     *
     * @param habit normal score of the payer's usual amount
     * @param noise of the smoothing, 1 for that of the fit
     */
    void draw(CommonRow row, double habit, double noise, SplittableRandom random) {
        Stratum stratum = stratum(row.label);
        Portrait portrait = stratum.byChannel[row.channel];
        double[][] factor = stratum.factors[row.channel];
        if (portrait == null || factor == null) {
            throw new IllegalStateException("the fit is not finished");
        }
        double like = habits.likeness();
        double[] normal = new double[CommonRow.WIDTH];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        normal[0] = Math.sqrt(like) * habit + Math.sqrt(1 - like) * normal[0];
        for (int i = 0; i < CommonRow.WIDTH; i++) {
            double score = 0;
            for (int j = 0; j <= i; j++) {
                score += factor[i][j] * normal[j];
            }
            double share = Normal.share(score);
            row.values[i] = switch (i) {
                case CommonRow.SECOND -> second(portrait, row.weekday, share, noise * random.nextGaussian());
                case CommonRow.LOG_AMOUNT -> amount(portrait, share, noise * random.nextGaussian());
                default -> smoothed(portrait.marginal(i), share, noise * random.nextGaussian(), i);
            };
        }
        row.values[CommonRow.LARGEST_SCORE] =
                Math.max(row.values[CommonRow.LARGEST_SCORE], row.values[CommonRow.UNUSUALNESS]);
        row.amount(Math.round(Math.expm1(row.values[CommonRow.LOG_AMOUNT]) * 100));
    }

    private double amount(Portrait portrait, double share, double noise) {
        Marginal marginal = portrait.marginal(CommonRow.LOG_AMOUNT);
        double value = marginal.quantile(share);
        return value == 0 ? 0 : marginal.clamp(value + amountShift + width(marginal) * noise);
    }

    /** Some noise even where most values are the same. */
    private double width(Marginal marginal) {
        return Math.max(spec.bandwidth() * marginal.bandwidth(), spec.smallestDistance() * marginal.spread());
    }

    private double second(Portrait portrait, int weekday, double share, double noise) {
        double moved = portrait.rhythm().second(weekday, share) + secondShift + 60 * noise;
        return Math.floorMod((long) moved, 86_400L);
    }

    /** The share of missing values is drawn as it is: smoothing would make a source without any have some. */
    private double smoothed(Marginal marginal, double share, double noise, int value) {
        double moved = value == CommonRow.MISSING_SHARE ? 0 : width(marginal) * noise;
        return marginal.clamp(marginal.quantile(share) + moved);
    }
}
