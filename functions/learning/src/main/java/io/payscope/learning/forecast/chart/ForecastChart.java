package io.payscope.learning.forecast.chart;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Draws forecasts as one SVG document: a panel a series, the end of the history before the forecast and its bands. */
public final class ForecastChart {

    private static final int WIDTH = 800;
    private static final int PANEL = 220;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 34;
    private static final int BOTTOM = 26;

    private ForecastChart() {}

    /**
     * What one panel shows.
     *
     * @param title above it
     * @param start first instant of the history shown
     * @param end first instant after the forecast
     * @param history values; NaN leaves a gap
     * @param forecast values after it, at least one
     * @param band80 lower and upper edges of the 80 % interval, one a step of the forecast
     * @param band95 the same of the 95 % interval
     */
    @SuppressWarnings("ArrayRecordComponent") // Drawn and forgotten; never compared.
    public record Panel(
            String title,
            Instant start,
            Instant end,
            double[] history,
            double[] forecast,
            double[][] band80,
            double[][] band95) {}

    /**
     * Draws.
     *
     * @param title of the document
     * @param panels from top to bottom
     * @return an SVG document
     */
    public static String svg(String title, List<Panel> panels) {
        int height = panels.size() * PANEL;
        StringBuilder svg = new StringBuilder(4096);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, height));
        svg.append("<title>%s</title>\n<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n"
                .formatted(escaped(title), WIDTH, height));
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(0 %d)\">\n".formatted(i * PANEL));
            draw(panels.get(i), svg);
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(Panel panel, StringBuilder svg) {
        int past = panel.history().length;
        int steps = past + panel.forecast().length;
        double[] extremes = Arrays.stream(
                        new double[][] {panel.history(), panel.forecast(), panel.band95()[0], panel.band95()[1]})
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        Frame frame = new Frame(steps, extremes[0], extremes[extremes.length - 1]);
        text(svg, LEFT, 20, "start", panel.title());
        text(svg, LEFT - 6, frame.y(frame.high) + 4, "end", number(frame.high));
        text(svg, LEFT - 6, frame.y(frame.low) + 4, "end", number(frame.low));
        text(svg, LEFT, PANEL - 8, "start", panel.start().toString());
        text(svg, WIDTH - RIGHT, PANEL - 8, "end", panel.end().toString());
        band(svg, frame, past, panel.band95(), "#dbe7f5");
        band(svg, frame, past, panel.band80(), "#b3cdea");
        line(svg, frame, 0, panel.history(), "#444444");
        line(svg, frame, past, panel.forecast(), "#1f5fa8");
        svg.append("<path d=\"M%s %d V%d\" stroke=\"#999999\" stroke-dasharray=\"3 3\"/>\n"
                .formatted(decimal(frame.x(past - 0.5)), TOP, PANEL - BOTTOM));
    }

    private static void band(StringBuilder svg, Frame frame, int from, double[][] edges, String colour) {
        StringBuilder points = new StringBuilder();
        int length = edges[0].length;
        for (int i = 0; i < length; i++) {
            points.append(frame.point(from + i, edges[1][i]));
        }
        for (int i = length - 1; i >= 0; i--) {
            points.append(frame.point(from + i, edges[0][i]));
        }
        svg.append("<polygon fill=\"%s\" points=\"%s\"/>\n"
                .formatted(colour, points.toString().strip()));
    }

    private static void line(StringBuilder svg, Frame frame, int from, double[] values, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i <= values.length; i++) {
            if (i < values.length && Double.isFinite(values[i])) {
                points.append(frame.point(from + i, values[i]));
            } else if (!points.isEmpty()) {
                svg.append("<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>\n"
                        .formatted(colour, points.toString().strip()));
                points.setLength(0);
            }
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#222222\">%s</text>\n"
                .formatted(decimal(x), decimal(y), anchor, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Where steps and values lie on a panel. */
    private record Frame(int steps, double low, double high) {

        double x(double step) {
            return LEFT + (WIDTH - LEFT - RIGHT) * step / Math.max(1, steps - 1);
        }

        double y(double value) {
            double share = high > low ? (value - low) / (high - low) : 0.5;
            return PANEL - BOTTOM - share * (PANEL - TOP - BOTTOM);
        }

        String point(int step, double value) {
            return decimal(x(step)) + "," + decimal(y(value)) + " ";
        }
    }
}
