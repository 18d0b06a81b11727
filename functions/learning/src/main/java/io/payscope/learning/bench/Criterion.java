package io.payscope.learning.bench;

import java.util.Locale;

/**
 * One condition of the acceptance.
 *
 * @param name what is measured
 * @param found its value
 * @param least what it has to be
 */
record Criterion(String name, double found, double least) {

    boolean met() {
        return found >= least;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-4s %-48s %.4f, at least %.3f", met() ? "met" : "MISS", name, found, least);
    }
}
