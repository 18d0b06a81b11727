package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.Optional;

/**
 * Ends its flow well.
 *
 * @param name its name
 * @param output what the flow gives, or empty for the state's input
 */
public record SucceedState(String name, Optional<Template> output) implements State {}
