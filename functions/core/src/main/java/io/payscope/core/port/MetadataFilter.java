package io.payscope.core.port;

import java.util.List;

/** A condition on a document's metadata; all values are strings, as metadata are. */
public sealed interface MetadataFilter {

    /** Every document. */
    MetadataFilter ALL = new AllOf(List.of());

    /**
     * The field equals one of the values.
     *
     * @param field key of the metadata; a document without it does not match
     * @param values at least one
     */
    record AnyValue(String field, List<String> values) implements MetadataFilter {

        public AnyValue {
            values = List.copyOf(values);
        }
    }

    /**
     * The field is there.
     *
     * @param field key of the metadata
     */
    record Present(String field) implements MetadataFilter {}

    /**
     * All of the parts.
     *
     * @param parts none for every document
     */
    record AllOf(List<MetadataFilter> parts) implements MetadataFilter {

        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one of the parts.
     *
     * @param parts at least one
     */
    record OneOf(List<MetadataFilter> parts) implements MetadataFilter {

        public OneOf {
            parts = List.copyOf(parts);
        }
    }
}
