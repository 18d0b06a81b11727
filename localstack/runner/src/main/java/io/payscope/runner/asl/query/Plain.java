package io.payscope.runner.asl.query;

import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the JSONata library returns into plain JSON values. */
final class Plain {

    private static final double EXACT_WHOLE = 9_007_199_254_740_992.0;

    private Plain() {}

    /** @throws IllegalArgumentException if it holds a function, a pattern or a number that JSON does not have */
    @SuppressWarnings("ReferenceEquality") // The library's null is one marker object.
    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number(number);
            default -> {
                if (value == Jsonata.NULL_VALUE) {
                    yield null;
                }
                throw new IllegalArgumentException("a function or pattern is not a JSON value");
            }
        };
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, member) -> copy.put(String.valueOf(key), of(member)));
        return copy;
    }

    private static List<@Nullable Object> array(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(of(item)));
        return copy;
    }

    /** As in JavaScript, a whole number has no decimal point, whatever computed it. */
    private static Number number(Number number) {
        if (!(number instanceof Double || number instanceof Float)) {
            return number;
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a JSON number");
        }
        if (value != Math.rint(value) || Math.abs(value) > EXACT_WHOLE) {
            return number;
        }
        return (long) value;
    }
}
