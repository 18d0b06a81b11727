package io.payscope.learning.card;

import java.util.List;
import java.util.Locale;

/** A line chart as SVG, without a script and without anything to load. */
final class CurveChart {

    private static final int SIZE = 260;
    private static final int MARGIN = 40;

    private final String title;
    private final String xLabel;
    private final String yLabel;

    CurveChart(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /**
     * Draws.
     *
     * @param points x and y of each point
     * @param diagonal whether to draw the line from corner to corner, which stands for chance or for truth
     * @return an svg element; axes go from 0 to 1, or to the largest value where that is above 1 or below a tenth
     */
    String svg(List<double[]> points, boolean diagonal) {
        double top = scale(points.stream().mapToDouble(point -> point[1]).max().orElse(1));
        double right =
                scale(points.stream().mapToDouble(point -> point[0]).max().orElse(1));
        double common = diagonal ? Math.max(top, right) : 0;
        double xMost = diagonal ? common : right;
        double yMost = diagonal ? common : top;
        StringBuilder line = new StringBuilder();
        for (double[] point : points) {
            line.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    MARGIN + SIZE * point[0] / xMost,
                    MARGIN + SIZE - SIZE * point[1] / yMost));
        }
        int whole = SIZE + 2 * MARGIN;
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888\"/>%s"
                        + "<polyline points=\"%s\" fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"2\"/>"
                        + "<text x=\"%d\" y=\"24\" text-anchor=\"middle\">%s</text>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s, 0 to %.3g</text>"
                        + "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s, 0 to %.3g</text>"
                        + "</svg>",
                whole,
                whole,
                whole,
                title,
                MARGIN,
                MARGIN,
                SIZE,
                SIZE,
                diagonal ? diagonalLine() : "",
                line.toString().trim(),
                whole / 2,
                title,
                whole / 2,
                whole - 12,
                xLabel,
                xMost,
                whole / 2,
                yLabel,
                yMost);
    }

    private static String diagonalLine() {
        return "<line x1=\"" + MARGIN + "\" y1=\"" + (MARGIN + SIZE) + "\" x2=\"" + (MARGIN + SIZE) + "\" y2=\""
                + MARGIN + "\" stroke=\"#bbb\" stroke-dasharray=\"4\"/>";
    }

    private static double scale(double largest) {
        return largest > 1 || largest > 0 && largest < 0.1 ? largest : 1;
    }
}
