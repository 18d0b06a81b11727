package io.payscope.apiquestions;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The check that a generated text has no number but those of the figures; it would rather refuse a true text. */
final class FiguresOnly {

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd},]*(?:\\.\\p{Nd}+)?");

    /** Numbers that are not written in digits alone, such as 12k, a half sign, or words that would scale a figure. */
    private static final Pattern OTHER = Pattern.compile(
            "\\p{Nd}\\p{L}|[\\p{No}\\p{Nl}]|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                + "|\\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|(?:m|b|tr)illion|dozen)s?"
                + "|half|twice|double|triple)\\b",
            Pattern.CASE_INSENSITIVE);

    private FiguresOnly() {}

    /** @return whether every number in the text is a figure's value, signs aside */
    static boolean holds(String reply, List<Figure> figures) {
        // Periods and subjects hold digits that are no figures.
        String text = reply;
        for (Figure figure : figures) {
            Period period = figure.period();
            text = without(text, period.first().toString());
            text = without(text, period.last().toString());
            text = without(text, Cited.escaped(figure.subject()));
            text = without(text, figure.subject());
        }
        if (OTHER.matcher(text).find()) {
            return false;
        }
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            BigDecimal number = new BigDecimal(numbers.group().replace(",", ""));
            if (figures.stream().noneMatch(figure -> figure.value().abs().compareTo(number) == 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whole words only: hour 7 is not taken out of 175 or out of 0.7. */
    private static String without(String text, String name) {
        return name.isEmpty()
                ? text
                : text.replaceAll(
                        "(?<![\\p{L}\\p{N}]|\\p{N}[.,])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}]|[.,]\\p{N})", " ");
    }
}
