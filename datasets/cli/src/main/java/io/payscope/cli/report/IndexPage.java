package io.payscope.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A page that links reports. */
public final class IndexPage {

    private IndexPage() {}

    /**
     * The page, without scripts and without anything from elsewhere.
     *
     * @param reports what it links
     * @param page where it will be, so that files are linked relative to it
     */
    public static String of(List<FoundReport> reports, Path page) {
        StringBuilder html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>PayScope reports</title>
            <style>
            body { font-family: sans-serif; margin: 2em; }
            td, th { padding: 0.3em 1em 0.3em 0; text-align: left; vertical-align: top; }
            </style>
            </head>
            <body>
            <h1>PayScope reports</h1>
            <table>
            <tr><th>Bank</th><th>Kind</th><th>Report</th><th>Summary</th></tr>
            """);
        for (FoundReport report : reports) {
            html.append("<tr><td>")
                    .append(report.bankId() == null ? "" : report.bankId())
                    .append("</td><td>")
                    .append(report.kind().name().toLowerCase(Locale.ROOT))
                    .append("</td><td><a href=\"")
                    .append(escaped(link(report, page)))
                    .append("\">")
                    .append(escaped(report.key()))
                    .append("</a></td><td>")
                    .append(escaped(report.summary()))
                    .append("</td></tr>\n");
        }
        return html.append("</table>\n</body>\n</html>\n").toString();
    }

    private static String link(FoundReport report, Path page) {
        if (report.location().startsWith("s3://")) {
            return report.location();
        }
        Path folder = page.toAbsolutePath().normalize().resolveSibling(".").normalize();
        return folder.relativize(Path.of(report.location()).toAbsolutePath().normalize())
                .toString()
                .replace("%", "%25")
                .replace("?", "%3F")
                .replace("#", "%23");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
