package io.payscope.apiquestions;

/**
 * A document that an answer cites.
 *
 * @param id of the document
 * @param score cosine similarity to the question
 * @param excerpt its text as inert data: cut, without control characters, escaped for HTML
 */
public record Cited(String id, double score, String excerpt) {

    private static final int LONGEST = 600;

    static Cited of(String id, double score, String text) {
        return new Cited(id, score, escaped(text));
    }

    /** @return the text on one line, cut, with nothing that HTML would interpret */
    static String escaped(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String cut = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
        return cut.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
