package io.payscope.runner.asl.model;

/**
 * Reshapes its input.
 *
 * @param name its name
 * @param exit how it is left
 */
public record PassState(String name, Exit exit) implements State {}
