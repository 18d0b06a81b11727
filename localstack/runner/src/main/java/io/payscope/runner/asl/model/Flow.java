package io.payscope.runner.asl.model;

import java.util.Map;

/**
 * States with a start: a whole machine, a branch, or what a Map runs for an item.
 *
 * @param startAt name of the first state
 * @param states states by name, in the order of the definition
 */
public record Flow(String startAt, Map<String, State> states) {}
