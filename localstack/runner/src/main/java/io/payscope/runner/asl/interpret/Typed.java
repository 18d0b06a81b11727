package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates templates whose values must be of one type; another type is an evaluation error, as on AWS. */
final class Typed {

    private Typed() {}

    static int whole(Visit visit, Template template, String field, int least, int most) {
        Object value = visit.evaluate(template);
        if (value instanceof Number number
                && Json.isWhole(number)
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        throw visit.evaluationFailed("The field '" + field + "' must be a whole number from " + least + " to " + most
                + ", found " + Json.write(value) + ".");
    }

    static String text(Visit visit, Template template, String field) {
        return text(visit, visit.evaluate(template), field);
    }

    static String text(Visit visit, @Nullable Object value, String field) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(visit, field, "a string", value);
    }

    static boolean truth(Visit visit, Template template, String field) {
        Object value = visit.evaluate(template);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong(visit, field, "a boolean", value);
    }

    static Map<?, ?> object(Visit visit, Template template, String field) {
        Object value = visit.evaluate(template);
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(visit, field, "an object", value);
    }

    static List<?> array(Visit visit, @Nullable Object value, String field) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(visit, field, "an array", value);
    }

    private static RuntimeException wrong(Visit visit, String field, String expected, @Nullable Object value) {
        return visit.evaluationFailed(
                "The field '" + field + "' must be " + expected + ", found " + Json.kind(value) + ".");
    }
}
