package io.payscope.runner.asl.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text to JSON values and back. A value is a {@link Map} with text keys, a {@link List}, a text, a number, a truth
 * value or null; once made it is never changed. Reading refuses an object that names a key twice. Thread-safe.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads one JSON document.
     *
     * @throws MalformedJson if the text is anything else
     */
    public static @Nullable Object parse(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new MalformedJson(e.getOriginalMessage() + " at " + place(e), e);
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** @return the value as JSON without white space */
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @return what kind of JSON value it is, for messages */
    public static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> "an object";
            case List<?> list -> "an array";
            case String text -> "a string";
            case Boolean truth -> "a boolean";
            case Number number -> "a number";
            default -> "a " + value.getClass().getSimpleName();
        };
    }

    /** @return whether the number is whole, whatever its Java type */
    public static boolean isWhole(Number number) {
        return switch (number) {
            case Integer i -> true;
            case Long l -> true;
            case BigInteger big -> true;
            case BigDecimal big -> big.stripTrailingZeros().scale() <= 0;
            default -> number.doubleValue() == Math.rint(number.doubleValue());
        };
    }
}
