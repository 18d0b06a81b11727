package io.payscope.learning.forecast.additive;

import java.util.List;

/**
 * Days that are not like others and are known in advance, such as a holiday. Each day of the window around it has an
 * effect of its own, the same at every occurrence.
 *
 * @param name of the event
 * @param epochDays its occurrences, days since 1970-01-01
 * @param daysBefore days before it that it reaches
 * @param daysAfter days after it that it reaches
 * @param priorScale standard deviation of the prior on each effect, in units of the largest absolute value
 */
public record Event(String name, List<Long> epochDays, int daysBefore, int daysAfter, double priorScale) {

    public Event {
        if (daysBefore < 0 || daysAfter < 0) {
            throw new IllegalArgumentException("event " + name + ": a window reaches at least 0 days either way");
        }
        epochDays = List.copyOf(epochDays);
    }

    /** @return number of effects */
    int width() {
        return daysBefore + 1 + daysAfter;
    }
}
