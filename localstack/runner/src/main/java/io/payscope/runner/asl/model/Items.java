package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;

/** Where the items of a Map come from. */
public sealed interface Items {

    /** The state's input is the array. */
    record OfInput() implements Items {}

    /**
     * The field Items.
     *
     * @param array gives the array
     */
    record OfTemplate(Template array) implements Items {}

    /**
     * A JSON object in S3 whose top level is the array.
     *
     * @param arguments Bucket and Key
     */
    record OfObject(Template arguments) implements Items {}
}
