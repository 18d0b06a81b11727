package io.payscope.datasets.synthesize;

/** The standard normal distribution, by approximations of Abramowitz and Stegun, Handbook of Mathematical Functions. */
final class Normal {

    private Normal() {}

    /** Share of the distribution below a value; formula 26.2.17, off by less than 1e-7. */
    static double share(double value) {
        double t = 1 / (1 + 0.2316419 * Math.abs(value));
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double above = Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI) * sum;
        return value >= 0 ? 1 - above : above;
    }

    /** The value below which a share lies, the share between 0 and 1; formula 26.2.23, off by less than 4.5e-4. */
    static double score(double share) {
        double t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)));
        double score =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return share < 0.5 ? -score : score;
    }
}
