package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.Map;
import java.util.Optional;

/**
 * What happens when a state, a rule of a Choice or a catcher is left.
 *
 * @param assign variables set on leaving, all computed from the values before
 * @param output what the next state gets, or empty for the natural result
 * @param transition where it leads
 */
public record Exit(Map<String, Template> assign, Optional<Template> output, Transition transition) {}
