package io.payscope.learning.forecast;

import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.series.Series;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a series allows, with the candidates that are declared for it. */
public enum SeriesKind {
    /** Nothing stands against any candidate. */
    REGULAR(EnumSet.allOf(Candidate.class)),
    /** Less than two seasons and a step: the last season, or the last value, is repeated. */
    SHORT(EnumSet.of(Candidate.SEASONAL_NAIVE)),
    /** More than half of the values are 0: trends and trees would chase noise. */
    INTERMITTENT(EnumSet.of(Candidate.SEASONAL_NAIVE, Candidate.SEASONAL_MEAN, Candidate.SMOOTHING)),
    /** One value throughout: it is repeated. */
    CONSTANT(EnumSet.of(Candidate.SEASONAL_NAIVE)),
    /** Nothing but 0, or nothing known at all: 0 is forecast. */
    ZERO(EnumSet.of(Candidate.SEASONAL_NAIVE)),
    /** More than half of the values are missing: what is left is joined up and its last season repeated. */
    BROKEN(EnumSet.of(Candidate.SEASONAL_NAIVE, Candidate.SEASONAL_MEAN));

    private final Set<Candidate> candidates;

    SeriesKind(Set<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** @return what competes for a series of this kind */
    public Set<Candidate> candidates() {
        return candidates;
    }

    /** @return the kind of a history */
    static SeriesKind of(Series history, int seasonLength) {
        double[] known =
                Arrays.stream(history.values()).filter(Double::isFinite).toArray();
        if (Arrays.stream(known).allMatch(value -> value == 0)) {
            return ZERO;
        }
        if (2 * known.length < history.length()) {
            return BROKEN;
        }
        if (Arrays.stream(known).allMatch(value -> value == known[0])) {
            return CONSTANT;
        }
        if (history.length() <= 2 * seasonLength && history.length() < seasonLength + 4) {
            return SHORT;
        }
        long zeros = Arrays.stream(known).filter(value -> value == 0).count();
        return 2 * zeros > known.length ? INTERMITTENT : REGULAR;
    }
}
