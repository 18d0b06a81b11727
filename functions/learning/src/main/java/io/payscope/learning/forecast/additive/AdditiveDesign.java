package io.payscope.learning.forecast.additive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of the model. Time runs from 0 to 1 over the history; values are in units of the largest absolute one.
 *
 * @param growth shape of the trend
 * @param composition how seasons and events meet the trend
 * @param startDay first observation, days since 1970-01-01
 * @param spanDays from the first to the last observation; 1 where there is only one
 * @param scale largest absolute value of the history; 1 where all are 0
 * @param capacity of logistic growth in units of {@code scale}; 0 for the other shapes
 * @param changepoints scaled times at which the slope may change
 * @param seasons as Fourier sums
 * @param events days known in advance
 */
public record AdditiveDesign(
        Growth growth,
        Composition composition,
        double startDay,
        double spanDays,
        double scale,
        double capacity,
        List<Double> changepoints,
        List<Seasonality> seasons,
        List<Event> events) {

    public AdditiveDesign {
        changepoints = List.copyOf(changepoints);
        seasons = List.copyOf(seasons);
        events = List.copyOf(events);
    }

    /** Chooses the columns for observations in time order, none of them missing. */
    static AdditiveDesign of(double[] days, double[] values, AdditiveOptions options) {
        int length = days.length;
        double span = days[length - 1] - days[0];
        double step = span;
        for (int i = 1; i < length; i++) {
            step = Math.min(step, days[i] - days[i - 1]);
        }
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (!(scale > 0)) {
            scale = 1;
        }
        double divisor = span > 0 ? span : 1;
        List<Double> changepoints = new ArrayList<>();
        if (options.growth() != Growth.FLAT) {
            int reach = (int) Math.floor(options.changepointRange() * length);
            int count = Math.min(options.changepoints(), reach - 1);
            for (int i = 1; i <= count; i++) {
                int row = (int) Math.rint((reach - 1) * (double) i / count);
                changepoints.add((days[row] - days[0]) / divisor);
            }
        }
        List<Seasonality> seasons = options.seasons();
        Double capacity = options.capacity();
        return new AdditiveDesign(
                options.growth(),
                options.composition(),
                days[0],
                divisor,
                scale,
                capacity == null ? 0 : capacity / scale,
                changepoints,
                seasons == null ? Seasonality.automatic(span, step, options.seasonPriorScale()) : seasons,
                options.events());
    }

    /** @return the scaled time of a day since 1970-01-01 */
    double time(double day) {
        return (day - startDay) / spanDays;
    }

    /** @return columns of seasons and events */
    int effects() {
        return seasons.stream().mapToInt(season -> 2 * season.order()).sum()
                + events.stream().mapToInt(Event::width).sum();
    }

    /** @return standard deviation of the prior on each column of seasons and events */
    double[] effectScales() {
        double[] scales = new double[effects()];
        int i = 0;
        for (Seasonality season : seasons) {
            Arrays.fill(scales, i, i + 2 * season.order(), season.priorScale());
            i += 2 * season.order();
        }
        for (Event event : events) {
            Arrays.fill(scales, i, i + event.width(), event.priorScale());
            i += event.width();
        }
        return scales;
    }

    /**
     * The columns of seasons and events.
     *
     * @param day since 1970-01-01
     * @return one value a column
     */
    double[] effects(double day) {
        double[] row = new double[effects()];
        int i = 0;
        for (Seasonality season : seasons) {
            double cycles = day / season.periodDays();
            double phase = 2 * StrictMath.PI * (cycles - Math.floor(cycles));
            for (int n = 1; n <= season.order(); n++) {
                // StrictMath: the same bits on every machine, so that a stored model forecasts the same anywhere.
                row[i++] = StrictMath.sin(n * phase);
                row[i++] = StrictMath.cos(n * phase);
            }
        }
        long date = (long) Math.floor(day);
        for (Event event : events) {
            for (int offset = -event.daysBefore(); offset <= event.daysAfter(); offset++) {
                row[i++] = event.epochDays().contains(date - offset) ? 1 : 0;
            }
        }
        return row;
    }
}
