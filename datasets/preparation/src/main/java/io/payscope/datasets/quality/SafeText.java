package io.payscope.datasets.quality;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes values from raw files harmless where they are shown. */
public final class SafeText {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SafeText() {}

    /** @return the first bytes as text, not ending within a character */
    static String cut(byte[] bytes, int from, int to, int most) {
        int end = Math.min(to, from + most);
        while (end < to && end > from && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** @return the first characters, not ending within a surrogate pair */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /**
     * A cell of a CSV file on one line. What a spreadsheet would take for a formula gets an apostrophe before it;
     * numbers, negative ones too, stay numbers. Control characters become spaces.
     */
    public static String csv(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String clean = visible(value, ' ');
        String cell = formula && !NUMBER.matcher(clean).matches() ? "'" + clean : clean;
        return cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Text within an HTML element or a quoted attribute. What cannot be seen is shown as a replacement character. */
    public static String html(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        visible(value, '\ufffd').codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Replaces control and format characters, among them those that turn the direction of writing, and lone surrogates. */
    private static String visible(String value, char replacement) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            boolean hidden =
                    switch (Character.getType(c)) {
                        case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
                        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                        default -> false;
                    };
            clean.appendCodePoint(hidden ? replacement : c);
        });
        return clean.toString();
    }
}
