package io.payscope.runner.asl.query;

import java.util.Set;

/** The functions that an expression may call: those of JSONata 2.0.6 without $eval, and those of Step Functions. */
final class FunctionNames {

    static final Set<String> OFFERED = Set.of(
            "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "contains",
            "count", "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl", "encodeUrlComponent",
            "error", "exists", "filter", "floor", "formatBase", "formatInteger", "formatNumber", "fromMillis",
            "hash", "join", "keys", "length", "lookup", "lowercase", "map", "match", "max", "merge", "millis", "min",
            "not", "now", "number", "pad", "parse", "parseInteger", "partition", "power", "random", "range", "reduce",
            "replace", "reverse", "round", "shuffle", "sift", "single", "sort", "split", "spread", "sqrt", "string",
            "substring", "substringAfter", "substringBefore", "sum", "toMillis", "trim", "type", "uppercase", "uuid",
            "zip");

    private FunctionNames() {}
}
