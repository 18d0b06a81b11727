package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.Optional;

/**
 * Ends its flow with an error.
 *
 * @param name its name
 * @param error name of the error
 * @param cause for a human
 */
public record FailState(String name, Optional<Template> error, Optional<Template> cause) implements State {}
