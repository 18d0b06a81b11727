package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.time.LocalDate;
import java.util.List;

/**
 * How many payments a bank has at an hour: the product of hour of the day, weekday, season of the year, occasions and
 * growth.
 *
 * @param first the day that hour 0 lies on
 * @param firstHour hour of that day that hour 0 is
 * @param week relative number of payments on Monday to Sunday
 * @param yearly half the swing of the year, with its peak at {@code peakDay}
 * @param peakDay day of the year
 * @param occasions special days
 */
record Seasons(
        LocalDate first, int firstHour, List<Double> week, double yearly, int peakDay, List<Occasion> occasions) {

    /** Relative number of payments in each hour of a day, low at night. */
    private static final double[] DAY = {
        0.35, 0.22, 0.15, 0.12, 0.13, 0.2, 0.4, 0.7, 1.0, 1.25, 1.4, 1.45, 1.4, 1.35, 1.35, 1.4, 1.45, 1.5, 1.55, 1.5,
        1.35, 1.1, 0.8, 0.55
    };

    private static final int HOURS = 24;
    private static final double YEAR = 365.25;

    Seasons {
        week = List.copyOf(week);
        occasions = List.copyOf(occasions);
    }

    /** The relative number of payments in each hour of the span. */
    double[] intensity(SimulationSpec parameters) {
        int days = parameters.days();
        double[] hours = new double[days * HOURS];
        for (int i = 0; i < hours.length; i++) {
            double grown = 1 + parameters.growth() * i / hours.length;
            hours[i] = DAY[hourOfDay(i)] * day(first.plusDays((i + firstHour) / HOURS)) * grown;
        }
        return hours;
    }

    /** The hour of the day of an hour of the span. */
    int hourOfDay(int hour) {
        return (hour + firstHour) % HOURS;
    }

    private double day(LocalDate day) {
        double season = 1 + yearly * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - peakDay) / YEAR);
        double factor = week.get(day.getDayOfWeek().getValue() - 1) * season;
        for (Occasion occasion : occasions) {
            factor *= occasion.holds(day) ? occasion.factor() : 1;
        }
        return factor;
    }
}
