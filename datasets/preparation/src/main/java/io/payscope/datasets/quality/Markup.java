package io.payscope.datasets.quality;

import java.util.List;
import java.util.Locale;

/** Writes HTML piece by piece; every text is escaped. Not thread-safe. */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 14);

    /** A cell of a table. */
    record Cell(String html, boolean number) {

        static Cell text(String text) {
            return new Cell(SafeText.html(text), false);
        }

        static Cell count(long count) {
            return new Cell(Markup.count(count), true);
        }

        static Cell number(String number) {
            return new Cell(SafeText.html(number), true);
        }
    }

    /** Adds an element that holds a text. */
    Markup element(String tag, String text) {
        out.append('<').append(tag).append('>').append(SafeText.html(text)).append("</");
        out.append(tag, 0, tag.indexOf(' ') < 0 ? tag.length() : tag.indexOf(' '))
                .append(">\n");
        return this;
    }

    /** Adds what is HTML already. */
    Markup raw(String html) {
        out.append(html);
        return this;
    }

    /** Adds a table; on a narrow screen each cell is labelled with its column's head. */
    Markup table(List<String> heads, List<List<Cell>> rows) {
        out.append("<table><thead><tr>");
        for (int i = 0; i < heads.size(); i++) {
            boolean number = !rows.isEmpty() && rows.getFirst().get(i).number();
            out.append(number ? "<th class=\"n\">" : "<th>").append(SafeText.html(heads.get(i)));
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (List<Cell> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(row.get(i).number() ? "<td class=\"n\"" : "<td");
                out.append(" data-l=\"").append(SafeText.html(heads.get(i))).append("\">");
                out.append(row.get(i).html()).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
        return this;
    }

    /** A histogram as an inline picture; empty without bars. */
    static Cell bars(List<Long> bars) {
        long highest = bars.stream().mapToLong(Long::longValue).max().orElse(0);
        if (highest == 0) {
            return new Cell("", false);
        }
        int height = 28;
        int width = 5;
        StringBuilder svg = new StringBuilder("<svg role=\"img\" aria-label=\"histogram\" width=\"%d\" height=\"%d\">"
                .formatted(bars.size() * width, height));
        for (int i = 0; i < bars.size(); i++) {
            long tall = bars.get(i) == 0 ? 0 : Math.max(1, Math.round((double) height * bars.get(i) / highest));
            if (tall > 0) {
                svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(i * width, height - tall, width - 1, tall));
            }
        }
        return new Cell(svg.append("</svg>").toString(), false);
    }

    /** A count with its thousands apart. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A share in percent; one that is not 0 never reads as 0. */
    static String percent(double share) {
        if (share > 0 && share < 0.0001) {
            return "< 0.01 %";
        }
        return String.format(Locale.ROOT, share == 0 || share == 1 ? "%.0f %%" : "%.2f %%", share * 100);
    }

    /** A number with six digits. */
    static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return count((long) number);
        }
        double size = Math.abs(number);
        return size >= 1e-4 && size < 1e15
                ? String.format(
                                Locale.ROOT,
                                "%,." + Math.clamp(5 - (int) Math.floor(Math.log10(size)), 2, 9) + "f",
                                number)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "")
                : String.format(Locale.ROOT, "%.5e", number);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
