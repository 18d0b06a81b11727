package io.payscope.apiquestions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds periods in a lower-case question. "Last week" is the seven days that end with the bank's newest row. */
final class PeriodReader {

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String DAY = "(?<iso>\\d{4}-\\d{2}-\\d{2})"
            + "|(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>" + MONTH + "),? (?<y1>\\d{4})"
            + "|(?<m2>" + MONTH + ") (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})";
    private static final Pattern ANY = Pattern.compile("\\b(?:" + DAY
            + "|(?<ym>\\d{4}-\\d{2})"
            + "|q(?<q1>[1-4])(?: of)? (?<qy1>\\d{4})"
            + "|(?<q2>first|second|third|fourth) quarter(?: of)? (?<qy2>\\d{4})"
            + "|(?<m3>" + MONTH + "),?(?: of)? (?<y3>\\d{4})"
            + "|(?:(?:the )?(?:last|past) (?<n>\\d{1,4}) days)"
            + "|(?:the )?(?:last|past) (?<unit>day|week|month|year)"
            + "|(?<rel>yesterday|today)"
            + "|(?<year>(?:19|20)\\d{2}))\\b");
    private static final Pattern RANGE = Pattern.compile("\\b(between|from) $");
    /** "The difference between" two periods is about two, not about what lies between them. */
    private static final Pattern TWO = Pattern.compile("\\b(?:difference|compare[d]?)\\b");

    private static final Pattern LINK = Pattern.compile("^ (and|to|until|till) $");

    private final LocalDate newest;

    PeriodReader(LocalDate newest) {
        this.newest = newest;
    }

    /**
     * @param periods in the order of the text
     * @param rest the text without them
     */
    record Found(List<Period> periods, String rest) {}

    /** @throws DateTimeException if there is no such date, or a range ends before it begins */
    Found read(String text) {
        List<Period> periods = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int end = 0;
        @Nullable Period open = null;
        boolean two = TWO.matcher(text).find();
        Matcher matcher = ANY.matcher(text);
        while (matcher.find()) {
            String before = text.substring(end, matcher.start());
            Period period = period(matcher.toMatchResult());
            if (open != null && LINK.matcher(before).matches()) {
                periods.removeLast();
                if (period.last().isBefore(open.first())) {
                    throw new DateTimeException(open.first() + " is after " + period.last());
                }
                periods.add(new Period(open.first(), period.last()));
                open = null;
            } else {
                Matcher range = RANGE.matcher(before);
                boolean opens = range.find();
                rest.append(opens ? before.substring(0, range.start()) : before).append(' ');
                periods.add(period);
                open = opens && !two ? period : null;
            }
            end = matcher.end();
        }
        return new Found(periods, rest.append(text.substring(end)).toString());
    }

    private Period period(MatchResult m) {
        if (m.group("iso") != null) {
            return day(LocalDate.parse(m.group("iso")));
        }
        if (m.group("d1") != null) {
            return day(LocalDate.of(number(m, "y1"), month(m, "m1"), number(m, "d1")));
        }
        if (m.group("d2") != null) {
            return day(LocalDate.of(number(m, "y2"), month(m, "m2"), number(m, "d2")));
        }
        if (m.group("ym") != null) {
            return month(YearMonth.parse(m.group("ym")));
        }
        if (m.group("q1") != null) {
            return quarter(number(m, "qy1"), number(m, "q1"));
        }
        if (m.group("q2") != null) {
            return quarter(
                    number(m, "qy2"),
                    List.of("first", "second", "third", "fourth").indexOf(m.group("q2")) + 1);
        }
        if (m.group("m3") != null) {
            return month(YearMonth.of(number(m, "y3"), month(m, "m3")));
        }
        if (m.group("year") != null) {
            int year = number(m, "year");
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        return relative(m);
    }

    private Period relative(MatchResult m) {
        if (m.group("rel") != null) {
            return day(m.group("rel").equals("today") ? newest : newest.minusDays(1));
        }
        if (m.group("n") != null) {
            return ending(Math.max(1, number(m, "n")));
        }
        return ending(
                switch (m.group("unit")) {
                    case "day" -> 1;
                    case "week" -> 7;
                    case "month" -> 30;
                    default -> 365;
                });
    }

    private Period ending(int days) {
        return new Period(newest.minusDays(days - 1L), newest);
    }

    private static Period day(LocalDate day) {
        return new Period(day, day);
    }

    private static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    private static Period quarter(int year, int quarter) {
        return new Period(
                LocalDate.of(year, 3 * quarter - 2, 1),
                YearMonth.of(year, 3 * quarter).atEndOfMonth());
    }

    private static int month(MatchResult m, String group) {
        return MONTHS.indexOf(m.group(group).substring(0, 3)) + 1;
    }

    private static int number(MatchResult m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
