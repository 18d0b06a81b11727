package io.payscope.runner.asl.json;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value that passes between states, with its text: the text is what is measured, recorded and sent.
 *
 * @param value see {@link Json}
 * @param text the same as JSON without white space
 */
public record Payload(@Nullable Object value, String text) {

    /** Bytes of UTF-8 that Step Functions lets pass between states. */
    public static final int LIMIT_BYTES = 262_144;

    /** @return the payload of a value */
    public static Payload of(@Nullable Object value) {
        return new Payload(value, Json.write(value));
    }

    /**
     * Reads a payload.
     *
     * @throws MalformedJson if the text is not one JSON document
     */
    public static Payload parse(String text) {
        return of(Json.parse(text));
    }

    /** @return whether the text is longer than {@value #LIMIT_BYTES} bytes of UTF-8 */
    public boolean exceedsLimit() {
        if (text.length() > LIMIT_BYTES) {
            return true;
        }
        return text.length() * 3L > LIMIT_BYTES && utf8Length(text) > LIMIT_BYTES;
    }

    private static long utf8Length(String text) {
        return text.codePoints()
                .mapToLong(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }
}
