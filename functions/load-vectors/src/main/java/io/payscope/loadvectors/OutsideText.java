package io.payscope.loadvectors;

import io.payscope.wire.json.Hashes;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names and ids that a file from outside brought in, made fit for a sentence or a key. */
final class OutsideText {

    private static final int MOST_CHARACTERS = 48;
    private static final int MOST_WORDS = 6;
    private static final int HASH_CHARACTERS = 16;

    private OutsideText() {}

    /**
     * A name in quotation marks that it cannot end itself: control and invisible characters are gone, line breaks and
     * runs of blanks are one blank, quotation marks inside are apostrophes, and it is cut to 48 characters and 6 words.
     */
    static String quoted(String raw) {
        String visible = raw.codePoints()
                .map(OutsideText::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shortened = visible.strip()
                .codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + firstWords(shortened, MOST_WORDS) + "\"";
    }

    private static int visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> ' ';
            default -> c == '"' ? '\'' : c;
        };
    }

    /** @return the text with single blanks, cut after some words */
    static String firstWords(String text, int words) {
        return Arrays.stream(text.strip().split("\\s+")).limit(words).collect(Collectors.joining(" "));
    }

    /**
     * Part of a document's id: the name itself where it is short and plain, else a part of it with a hash of the whole,
     * so that different names have different keys.
     */
    static String key(String raw) {
        if (raw.matches("[A-Za-z0-9._-]{1,64}")) {
            return raw;
        }
        String plain = raw.replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.substring(0, Math.min(MOST_CHARACTERS, plain.length()))
                + "~"
                + Hashes.sha256(raw).substring(0, HASH_CHARACTERS);
    }
}
