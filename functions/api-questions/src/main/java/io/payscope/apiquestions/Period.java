package io.payscope.apiquestions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whole days, UTC.
 *
 * @param first the first day
 * @param last the last day, counted in
 */
public record Period(LocalDate first, LocalDate last) {

    /** The days from one instant to another. */
    static Period of(Instant first, Instant last) {
        return new Period(
                first.atOffset(ZoneOffset.UTC).toLocalDate(),
                last.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    Instant from() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant to() {
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    List<String> days() {
        return first.datesUntil(last.plusDays(1)).map(LocalDate::toString).toList();
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
