package io.payscope.learning.forecast.additive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted.
 *
 * @param growth shape of the trend
 * @param capacity that logistic growth tends to, in units of the series; null for the other shapes
 * @param composition how seasons and events meet the trend
 * @param changepoints number of possible changes of slope; fewer where the history is shorter
 * @param changepointRange share of the history in which they lie
 * @param changepointPriorScale scale of the Laplace prior on each change
 * @param seasonPriorScale for the automatic seasons
 * @param seasons null for the automatic ones
 * @param events known in advance
 */
public record AdditiveOptions(
        Growth growth,
        @Nullable Double capacity,
        Composition composition,
        int changepoints,
        double changepointRange,
        double changepointPriorScale,
        double seasonPriorScale,
        @Nullable List<Seasonality> seasons,
        List<Event> events) {

    /** Prophet's defaults. */
    public static final AdditiveOptions DEFAULTS =
            new AdditiveOptions(Growth.LINEAR, null, Composition.ADDITIVE, 25, 0.8, 0.05, 10, null, List.of());

    public AdditiveOptions {
        if ((growth == Growth.LOGISTIC) != (capacity != null)) {
            throw new IllegalArgumentException("a capacity belongs to logistic growth and to no other");
        }
        seasons = seasons == null ? null : List.copyOf(seasons);
        events = List.copyOf(events);
    }

    /** @return the same with a logistic trend towards a capacity in units of the series */
    public AdditiveOptions logistic(double towards) {
        return new AdditiveOptions(
                Growth.LOGISTIC,
                towards,
                composition,
                changepoints,
                changepointRange,
                changepointPriorScale,
                seasonPriorScale,
                seasons,
                events);
    }

    /** @return the same with another composition */
    public AdditiveOptions with(Composition other) {
        return new AdditiveOptions(
                growth,
                capacity,
                other,
                changepoints,
                changepointRange,
                changepointPriorScale,
                seasonPriorScale,
                seasons,
                events);
    }

    /** @return the same with these seasons instead of the automatic ones */
    public AdditiveOptions withSeasons(List<Seasonality> others) {
        return new AdditiveOptions(
                growth,
                capacity,
                composition,
                changepoints,
                changepointRange,
                changepointPriorScale,
                seasonPriorScale,
                others,
                events);
    }

    /** @return the same with these events */
    public AdditiveOptions withEvents(List<Event> others) {
        return new AdditiveOptions(
                growth,
                capacity,
                composition,
                changepoints,
                changepointRange,
                changepointPriorScale,
                seasonPriorScale,
                seasons,
                others);
    }

    /** @return the same with other scales of the priors on changes of slope and on the automatic seasons */
    public AdditiveOptions withPriorScales(double change, double season) {
        return new AdditiveOptions(
                growth, capacity, composition, changepoints, changepointRange, change, season, seasons, events);
    }
}
