package io.payscope.vectors;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.payscope.core.port.MetadataFilter;
import java.util.List;

/** A condition in Pinecone's filter language. */
final class FilterStruct {

    private FilterStruct() {}

    /** @return the condition; empty for every document */
    static Struct of(MetadataFilter filter) {
        return switch (filter) {
            case MetadataFilter.AllOf(List<MetadataFilter> parts) when parts.isEmpty() -> Struct.getDefaultInstance();
            case MetadataFilter.AllOf(List<MetadataFilter> parts) -> clauses("$and", parts);
            case MetadataFilter.OneOf(List<MetadataFilter> parts) -> clauses("$or", parts);
            case MetadataFilter.AnyValue(String field, List<String> values) ->
                operator(
                        field,
                        "$in",
                        list(values.stream()
                                .map(value ->
                                        Value.newBuilder().setStringValue(value).build())
                                .toList()));
            case MetadataFilter.Present(String field) ->
                operator(field, "$exists", Value.newBuilder().setBoolValue(true).build());
        };
    }

    private static Struct clauses(String operator, List<MetadataFilter> parts) {
        List<Value> clauses = parts.stream()
                .map(part -> Value.newBuilder().setStructValue(of(part)).build())
                .toList();
        return Struct.newBuilder().putFields(operator, list(clauses)).build();
    }

    private static Struct operator(String field, String operator, Value operand) {
        Value condition = Value.newBuilder()
                .setStructValue(Struct.newBuilder().putFields(operator, operand))
                .build();
        return Struct.newBuilder().putFields(field, condition).build();
    }

    private static Value list(List<Value> values) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(values))
                .build();
    }
}
