package io.payscope.learning.card;

/** Text in HTML. */
final class Html {

    private Html() {}

    /** @return text that a browser shows as it is, in an element or in an attribute */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String row(String name, Object value) {
        return "<tr><td>" + escape(name) + "</td><td>" + escape(String.valueOf(value)) + "</td></tr>\n";
    }
}
