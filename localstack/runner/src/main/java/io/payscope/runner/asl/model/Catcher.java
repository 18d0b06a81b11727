package io.payscope.runner.asl.model;

import java.util.List;

/**
 * Which errors are caught and where they lead.
 *
 * @param errorEquals names of errors
 * @param exit how the state is left then; its natural result is the error output
 */
public record Catcher(List<String> errorEquals, Exit exit) {}
