package io.payscope.learning.fraud;

import java.util.Map;

/**
 * The logistic function of slope times log-odds plus intercept (Platt 1999, with his smoothed targets).
 *
 * @param slope above 0
 * @param intercept in log-odds
 */
public record Platt(double slope, double intercept) implements Calibrator {

    /** Leaves probabilities as they are. */
    public static final Platt NONE = new Platt(1, 0);

    private static final String SLOPE = "calibration_slope";
    private static final String INTERCEPT = "calibration_intercept";
    private static final int STEPS = 100;
    private static final double CLIP = 1e-12;
    private static final double CONVERGED = 1e-10;

    /** A model that ranks the wrong way round is not turned round by its calibration. */
    private static final double LEAST_SLOPE = 0.05;

    /**
     * Fits by Newton's method.
     *
     * @param probabilities as the model gives them
     * @param labels true for fraud, both classes
     * @return the calibration, or {@link #NONE} if the slope comes out below 0.05
     */
    public static Platt fit(double[] probabilities, boolean[] labels) {
        int frauds = 0;
        for (boolean label : labels) {
            frauds += label ? 1 : 0;
        }
        double fraudTarget = (frauds + 1.0) / (frauds + 2.0);
        double otherTarget = 1.0 / (labels.length - frauds + 2.0);
        double a = 1;
        double b = 0;
        double loss = loss(probabilities, labels, a, b, fraudTarget, otherTarget);
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = 1e-9;
            double hab = 0;
            double hbb = 1e-9;
            for (int i = 0; i < labels.length; i++) {
                double x = logit(probabilities[i]);
                double p = 1 / (1 + Math.exp(-a * x - b));
                double miss = p - (labels[i] ? fraudTarget : otherTarget);
                double curve = p * (1 - p);
                ga += miss * x;
                gb += miss;
                haa += curve * x * x;
                hab += curve * x;
                hbb += curve;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            double share = 1;
            double next = loss(probabilities, labels, a - da, b - db, fraudTarget, otherTarget);
            while (!(next <= loss) && share > CLIP) {
                share /= 2;
                next = loss(probabilities, labels, a - share * da, b - share * db, fraudTarget, otherTarget);
            }
            if (!(next <= loss)) {
                break;
            }
            a -= share * da;
            b -= share * db;
            if (loss - next < CONVERGED) {
                break;
            }
            loss = next;
        }
        return a >= LEAST_SLOPE ? new Platt(a, b) : NONE;
    }

    /** @return the calibration that a card names, or {@link #NONE} */
    static Platt from(Map<String, String> parameters) {
        String slope = parameters.get(SLOPE);
        String intercept = parameters.get(INTERCEPT);
        return slope == null || intercept == null
                ? NONE
                : new Platt(Double.parseDouble(slope), Double.parseDouble(intercept));
    }

    @Override
    public Map<String, String> asMap() {
        return Map.of(SLOPE, Double.toString(slope), INTERCEPT, Double.toString(intercept));
    }

    @Override
    public Platt shifted(double logOdds) {
        return new Platt(slope, intercept + logOdds);
    }

    private static double loss(double[] p, boolean[] labels, double a, double b, double fraud, double other) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double margin = a * logit(p[i]) + b;
            double target = labels[i] ? fraud : other;
            sum += Math.max(margin, 0) - target * margin + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        return sum;
    }

    static double logit(double p) {
        double clipped = Math.clamp(p, CLIP, 1 - CLIP);
        return Math.log(clipped / (1 - clipped));
    }

    @Override
    public double apply(double probability) {
        return equals(NONE) ? probability : 1 / (1 + Math.exp(-slope * logit(probability) - intercept));
    }
}
