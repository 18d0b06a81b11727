package io.payscope.runner.asl.port;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a nested execution.
 *
 * @param succeeded whether its status is SUCCEEDED
 * @param description the execution as DescribeExecution gives it, with the upper-case names and parsed input and
 *     output of {@code startExecution.sync:2}
 */
public record NestedResult(boolean succeeded, Map<String, @Nullable Object> description) {}
