package io.payscope.runner.asl.history;

/**
 * What a Task calls, as events name it.
 *
 * @param resourceType the service: lambda, states
 * @param resource the action: invoke, startExecution.sync:2
 */
public record TaskResource(String resourceType, String resource) {

    private static final String PREFIX = "arn:aws:states:::";

    /** @return the two names in a resource such as {@code arn:aws:states:::lambda:invoke} */
    public static TaskResource of(String arn) {
        String[] names = arn.substring(PREFIX.length()).split(":", 2);
        return new TaskResource(names[0], names[1]);
    }
}
