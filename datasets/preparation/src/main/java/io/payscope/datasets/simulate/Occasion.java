package io.payscope.datasets.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of every year or month on which more or less is paid.
 *
 * @param month 1 to 12, or 0 for every month
 * @param firstDay day of the month, from 1
 * @param days how many days from there, within the month
 * @param only the one weekday among them that is meant, or null for all of them
 * @param factor payments of such a day relative to another
 */
record Occasion(int month, int firstDay, int days, @Nullable DayOfWeek only, double factor) {

    boolean holds(LocalDate day) {
        boolean within = day.getDayOfMonth() >= firstDay && day.getDayOfMonth() < firstDay + days;
        return within && (month == 0 || day.getMonthValue() == month) && (only == null || day.getDayOfWeek() == only);
    }
}
