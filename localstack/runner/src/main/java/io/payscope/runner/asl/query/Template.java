package io.payscope.runner.asl.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A JSON value of a definition in which texts between {@code {%} and {@code %}} are JSONata expressions. */
public sealed interface Template {

    /**
     * A value without expressions.
     *
     * @param value any JSON value
     */
    record Constant(@Nullable Object value) implements Template {}

    /**
     * A text that is an expression.
     *
     * @param expression what is evaluated
     */
    record Computed(Expression expression) implements Template {}

    /**
     * An object with an expression somewhere in it.
     *
     * @param members its members, in the order of the definition
     */
    record ObjectOf(Map<String, Template> members) implements Template {}

    /**
     * An array with an expression somewhere in it.
     *
     * @param items its items
     */
    record ArrayOf(List<Template> items) implements Template {}

    /**
     * Reads a template.
     *
     * @param value a JSON value of the definition
     * @param field where it stands in its state, for messages
     * @throws MalformedExpression if an expression in it is wrong
     */
    static Template parse(@Nullable Object value, String field) {
        return switch (value) {
            case String text when text.startsWith("{%") -> new Computed(Expression.parse(inner(text, field), field));
            case Map<?, ?> map -> object(map, field);
            case List<?> list -> array(list, field);
            case null, default -> new Constant(value);
        };
    }

    private static Template object(Map<?, ?> map, String field) {
        Map<String, Template> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put(String.valueOf(key), parse(member, field + "/" + key)));
        boolean constant = members.values().stream().allMatch(Constant.class::isInstance);
        return constant ? new Constant(map) : new ObjectOf(members);
    }

    private static Template array(List<?> list, String field) {
        List<Template> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(parse(list.get(i), field + "[" + i + "]"));
        }
        boolean constant = items.stream().allMatch(Constant.class::isInstance);
        return constant ? new Constant(list) : new ArrayOf(items);
    }

    private static String inner(String text, String field) {
        if (text.length() < 4 || !text.endsWith("%}")) {
            throw new MalformedExpression("a text that begins with {% ends with %}, found '" + text + "'");
        }
        String inner = text.substring(2, text.length() - 2).strip();
        if (inner.isEmpty()) {
            throw new MalformedExpression("the expression of '" + field + "' is empty");
        }
        return inner;
    }

    /**
     * Evaluates every expression in it.
     *
     * @return a JSON value
     * @throws io.payscope.runner.asl.failure.StateFailure if an expression fails or gives nothing
     */
    default @Nullable Object evaluate(Surroundings surroundings) {
        return switch (this) {
            case Constant(Object value) -> value;
            case Computed(Expression expression) -> expression.evaluate(surroundings);
            case ObjectOf(Map<String, Template> members) -> {
                Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(members.size());
                members.forEach((name, member) -> object.put(name, member.evaluate(surroundings)));
                yield object;
            }
            case ArrayOf(List<Template> items) -> {
                List<@Nullable Object> array = new ArrayList<>(items.size());
                items.forEach(item -> array.add(item.evaluate(surroundings)));
                yield array;
            }
        };
    }

    /** Hands over every expression in it. */
    default void eachExpression(Consumer<Expression> visitor) {
        switch (this) {
            case Constant constant -> {
                // Holds no expression.
            }
            case Computed(Expression expression) -> visitor.accept(expression);
            case ObjectOf(Map<String, Template> members) ->
                members.values().forEach(member -> member.eachExpression(visitor));
            case ArrayOf(List<Template> items) -> items.forEach(item -> item.eachExpression(visitor));
        }
    }
}
