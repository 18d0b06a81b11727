package io.payscope.stores.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.payscope.stores.pinecone.Filter.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads Pinecone's filter language: implicit equality, the comparisons, $in, $nin, $exists, $and, $or. */
final class FilterParser {

    private FilterParser() {}

    /**
     * @param filter what the request holds; empty matches everything
     * @throws StatusRuntimeException INVALID_ARGUMENT for anything that is not in the language
     */
    static Filter parse(Struct filter) {
        List<Filter> parts = new ArrayList<>();
        filter.getFieldsMap().forEach((key, value) -> parts.add(entry(key, value)));
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(List.copyOf(parts));
    }

    private static Filter entry(String key, Value value) {
        return switch (key) {
            case "$and" -> new Filter.And(clauses(key, value));
            case "$or" -> new Filter.Or(clauses(key, value));
            default -> {
                if (key.startsWith("$")) {
                    throw invalid(key + " is not an operator of a filter");
                }
                yield field(key, value);
            }
        };
    }

    private static List<Filter> clauses(String operator, Value value) {
        List<Value> clauses = value.getListValue().getValuesList();
        if (clauses.isEmpty() || !clauses.stream().allMatch(Value::hasStructValue)) {
            throw invalid(operator + " takes a list of one or more filters");
        }
        return clauses.stream().map(clause -> parse(clause.getStructValue())).toList();
    }

    private static Filter field(String field, Value value) {
        if (!value.hasStructValue()) {
            return new Filter.OneOf(field, List.of(scalar(field, "$eq", value)));
        }
        Map<String, Value> conditions = value.getStructValue().getFieldsMap();
        if (conditions.isEmpty()) {
            throw invalid("the filter on " + field + " holds no operator");
        }
        List<Filter> parts = new ArrayList<>();
        conditions.forEach((operator, operand) -> parts.add(condition(field, operator, operand)));
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(List.copyOf(parts));
    }

    private static Filter condition(String field, String operator, Value operand) {
        return switch (operator) {
            case "$eq" -> new Filter.OneOf(field, List.of(scalar(field, operator, operand)));
            case "$ne" -> new Filter.Not(new Filter.OneOf(field, List.of(scalar(field, operator, operand))));
            case "$in" -> new Filter.OneOf(field, scalars(field, operator, operand));
            case "$nin" -> new Filter.Not(new Filter.OneOf(field, scalars(field, operator, operand)));
            case "$gt" -> new Filter.Compared(field, Relation.GREATER, number(field, operator, operand));
            case "$gte" -> new Filter.Compared(field, Relation.GREATER_OR_EQUAL, number(field, operator, operand));
            case "$lt" -> new Filter.Compared(field, Relation.LESS, number(field, operator, operand));
            case "$lte" -> new Filter.Compared(field, Relation.LESS_OR_EQUAL, number(field, operator, operand));
            case "$exists" -> {
                if (!operand.hasBoolValue()) {
                    throw invalid("$exists of " + field + " takes true or false");
                }
                Filter exists = new Filter.Exists(field);
                yield operand.getBoolValue() ? exists : new Filter.Not(exists);
            }
            default -> throw invalid(operator + " on " + field + " is not an operator of a filter");
        };
    }

    private static Value scalar(String field, String operator, Value value) {
        if (!value.hasStringValue() && !value.hasNumberValue() && !value.hasBoolValue()) {
            throw invalid(operator + " of " + field + " takes a string, a number or a boolean");
        }
        return value;
    }

    private static List<Value> scalars(String field, String operator, Value value) {
        if (!value.hasListValue()) {
            throw invalid(operator + " of " + field + " takes a list");
        }
        return value.getListValue().getValuesList().stream()
                .map(element -> scalar(field, operator, element))
                .toList();
    }

    private static double number(String field, String operator, Value value) {
        if (!value.hasNumberValue()) {
            throw invalid(operator + " of " + field + " takes a number");
        }
        return value.getNumberValue();
    }

    private static StatusRuntimeException invalid(String message) {
        return Status.INVALID_ARGUMENT
                .withDescription("Invalid filter: " + message)
                .asRuntimeException();
    }
}
