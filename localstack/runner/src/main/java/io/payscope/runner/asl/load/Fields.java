package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.query.MalformedExpression;
import io.payscope.runner.asl.query.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a definition. Each is taken once; {@link #done()} refuses those that nobody took. */
final class Fields {

    private static final Set<String> JSON_PATH = Set.of(
            "InputPath",
            "OutputPath",
            "ResultPath",
            "Parameters",
            "ResultSelector",
            "ItemsPath",
            "Result",
            "Iterator",
            "SecondsPath",
            "TimestampPath",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "MaxConcurrencyPath",
            "ErrorPath",
            "CausePath",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentagePath",
            "Variable");

    private final String path;
    private final Map<String, @Nullable Object> left = new LinkedHashMap<>();

    Fields(String path, Map<?, ?> object) {
        this.path = path;
        object.forEach((name, value) -> left.put(String.valueOf(name), value));
    }

    /** @return where the object stands, as a JSON pointer */
    String path() {
        return path;
    }

    DefinitionRefused refused(String field, String reason) {
        return new DefinitionRefused(path, field, reason);
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /** Takes a field that may be missing; a null is refused, as nothing in the dialect means something by it. */
    Optional<Object> take(String name) {
        if (!left.containsKey(name)) {
            return Optional.empty();
        }
        Object value = left.remove(name);
        if (value == null) {
            throw refused(name, "expected a value, found null");
        }
        return Optional.of(value);
    }

    Object required(String name) {
        return take(name).orElseThrow(() -> refused(name, "is missing"));
    }

    Optional<String> optionalText(String name) {
        return take(name).map(value -> text(name, value));
    }

    String text(String name) {
        return text(name, required(name));
    }

    private String text(String name, Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw refused(name, "expected a text that is not empty, found " + Json.write(value));
    }

    /** Takes the comment, which may be any text. */
    void comment() {
        take("Comment").ifPresent(value -> {
            if (!(value instanceof String)) {
                throw refused("Comment", "expected a text, found " + Json.kind(value));
            }
        });
    }

    /** Takes a text that can have one value only. */
    void only(String name, String expected) {
        optionalText(name).ifPresent(found -> {
            if (!found.equals(expected)) {
                throw refused(name, "only '" + expected + "' is implemented, found '" + found + "'");
            }
        });
    }

    Optional<Number> optionalNumber(String name, double least) {
        return take(name).map(value -> {
            if (value instanceof Number number && number.doubleValue() >= least) {
                return number;
            }
            throw refused(name, "expected a number from " + least + ", found " + Json.write(value));
        });
    }

    Optional<Integer> optionalWhole(String name, int least, int most) {
        return optionalNumber(name, least).map(number -> {
            if (Json.isWhole(number) && number.doubleValue() <= most) {
                return number.intValue();
            }
            throw refused(name, "expected a whole number from " + least + " to " + most + ", found " + number);
        });
    }

    Fields object(String name) {
        return object(path + "/" + name, name, required(name));
    }

    private Fields object(String at, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Fields(at, map);
        }
        throw refused(name, "expected an object, found " + Json.kind(value));
    }

    /** Takes an array of objects, which must not be empty. */
    List<Fields> objects(String name) {
        if (!(required(name) instanceof List<?> list) || list.isEmpty()) {
            throw refused(name, "expected an array with at least one object");
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            objects.add(object(path + "/" + name + "/" + i, name, list.get(i)));
        }
        return objects;
    }

    /** @return every field that is left, as objects; they are taken */
    Map<String, Fields> allObjects() {
        Map<String, Fields> objects = new LinkedHashMap<>();
        left.forEach((name, value) -> objects.put(name, object(path + "/" + name, name, value)));
        left.clear();
        return objects;
    }

    /** Takes a field of any JSON value, null included, in which expressions may stand. */
    Optional<Template> optionalTemplate(String name, Access access) {
        if (!left.containsKey(name)) {
            return Optional.empty();
        }
        return Optional.of(template(name, left.remove(name), access));
    }

    Template template(String name, @Nullable Object value, Access access) {
        try {
            Template template = Template.parse(value, name);
            template.eachExpression(expression -> access.check(expression, path));
            return template;
        } catch (MalformedExpression e) {
            throw refused(name, String.valueOf(e.getMessage()));
        }
    }

    /** Refuses whatever nobody took. */
    void done() {
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw refused(
                    name,
                    JSON_PATH.contains(name)
                            ? "belongs to JSONPath; only the query language JSONata is implemented"
                            : "is not implemented here");
        });
    }
}
