package io.payscope.stores.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the metadata of a vector. A list of strings matches where one of its elements does; a negated
 * condition matches where the field is absent.
 */
sealed interface Filter {

    /** Matches everything. */
    Filter ALL = new And(List.of());

    /** @return whether a vector with this metadata is meant */
    default boolean matches(Struct metadata) {
        return switch (this) {
            case And(List<Filter> parts) -> parts.stream().allMatch(part -> part.matches(metadata));
            case Or(List<Filter> parts) -> parts.stream().anyMatch(part -> part.matches(metadata));
            case Not(Filter part) -> !part.matches(metadata);
            case Exists(String field) -> metadata.containsFields(field);
            case OneOf(String field, List<Value> values) ->
                elements(metadata.getFieldsMap().get(field)).anyMatch(values::contains);
            case Compared(String field, Relation relation, double limit) ->
                elements(metadata.getFieldsMap().get(field))
                        .anyMatch(value -> value.hasNumberValue() && relation.holds(value.getNumberValue(), limit));
        };
    }

    /** All of the parts. */
    record And(List<Filter> parts) implements Filter {}

    /** At least one of the parts. */
    record Or(List<Filter> parts) implements Filter {}

    /** Not the part. */
    record Not(Filter part) implements Filter {}

    /** The field is there. */
    record Exists(String field) implements Filter {}

    /** The field equals one of the values. */
    record OneOf(String field, List<Value> values) implements Filter {}

    /** The field is a number in this relation to the limit. */
    record Compared(String field, Relation relation, double limit) implements Filter {}

    /** How a number is compared. */
    enum Relation {
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL;

        boolean holds(double value, double limit) {
            return switch (this) {
                case GREATER -> value > limit;
                case GREATER_OR_EQUAL -> value >= limit;
                case LESS -> value < limit;
                case LESS_OR_EQUAL -> value <= limit;
            };
        }
    }

    private static Stream<Value> elements(@Nullable Value value) {
        if (value == null) {
            return Stream.empty();
        }
        return value.hasListValue() ? value.getListValue().getValuesList().stream() : Stream.of(value);
    }
}
