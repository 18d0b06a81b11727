package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.Optional;

/** How a Map runs its items. */
public sealed interface MapMode {

    /** Within the execution: the flow reads the variables around it, and the first failure ends the Map. */
    record Inline() implements MapMode {}

    /**
     * Each item as an execution of its own, which reads nothing but its input.
     *
     * @param label part of the name of the run
     * @param toleratedFailureCount failures that do not end the Map
     * @param toleratedFailurePercentage failures that do not end the Map, in percent of the items
     * @param resultWriter Bucket and Prefix where results go, or empty to return them
     */
    record Distributed(
            Optional<String> label,
            Optional<Template> toleratedFailureCount,
            Optional<Template> toleratedFailurePercentage,
            Optional<Template> resultWriter)
            implements MapMode {}
}
