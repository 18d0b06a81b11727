package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.HistoryEvent;
import io.payscope.runner.asl.history.TaskResource;
import io.payscope.runner.asl.interpret.Arns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as GetExecutionHistory shows them. */
final class EventJson {

    private static final Map<String, Boolean> WHOLE = Map.of("truncated", false);

    private final boolean withData;

    /** @param withData whether inputs, outputs and parameters are shown */
    EventJson(boolean withData) {
        this.withData = withData;
    }

    Map<String, @Nullable Object> of(HistoryEvent event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("timestamp", Times.epochSeconds(event.timestamp()));
        fields.put("type", event.type().awsName());
        fields.put("id", event.id());
        fields.put("previousEventId", event.previousEventId());
        if (!event.type().detailsField().isEmpty()) {
            Map<String, @Nullable Object> details = new LinkedHashMap<>();
            details(event.details(), details);
            fields.put(event.type().detailsField(), details);
        }
        return fields;
    }

    private void details(EventDetails details, Map<String, @Nullable Object> fields) {
        switch (details) {
            case EventDetails.None none -> {
                // The type says it all.
            }
            case EventDetails.ExecutionStart start -> {
                data(fields, "input", start.input());
                fields.put("roleArn", start.roleArn());
            }
            case EventDetails.ExecutionOutput output -> data(fields, "output", output.output());
            case EventDetails.Failure failure -> failure(fields, failure);
            case EventDetails.StateEntered entered -> {
                fields.put("name", entered.name());
                data(fields, "input", entered.input());
            }
            case EventDetails.StateExited exited -> exited(fields, exited);
            case EventDetails.EvaluationFailed failed -> {
                fields.put("error", failed.error());
                fields.put("cause", failed.cause());
                fields.put("state", failed.state());
            }
            case EventDetails.TaskScheduled scheduled -> {
                resource(fields, scheduled.task());
                fields.put("region", Arns.REGION);
                fields.put("parameters", withData ? scheduled.parameters() : "{}");
                scheduled.timeoutSeconds().ifPresent(seconds -> fields.put("timeoutInSeconds", seconds));
            }
            case EventDetails.TaskStarted started -> resource(fields, started.task());
            case EventDetails.TaskOutput output -> {
                resource(fields, output.task());
                data(fields, "output", output.output());
            }
            case EventDetails.TaskFailure failure -> {
                resource(fields, failure.task());
                failure(fields, failure.failure());
            }
            case EventDetails.MapLength length -> fields.put("length", length.length());
            case EventDetails.Iteration iteration -> {
                fields.put("name", iteration.name());
                fields.put("index", iteration.index());
            }
            case EventDetails.MapRun run -> fields.put("mapRunArn", run.mapRunArn());
        }
    }

    private void exited(Map<String, @Nullable Object> fields, EventDetails.StateExited exited) {
        fields.put("name", exited.name());
        data(fields, "output", exited.output());
        if (withData && !exited.assigned().isEmpty()) {
            fields.put("assignedVariables", exited.assigned());
            fields.put("assignedVariablesDetails", WHOLE);
        }
    }

    private static void failure(Map<String, @Nullable Object> fields, EventDetails.Failure failure) {
        failure.error().ifPresent(error -> fields.put("error", error));
        failure.cause().ifPresent(cause -> fields.put("cause", cause));
    }

    private static void resource(Map<String, @Nullable Object> fields, TaskResource task) {
        fields.put("resourceType", task.resourceType());
        fields.put("resource", task.resource());
    }

    private void data(Map<String, @Nullable Object> fields, String name, String json) {
        if (withData) {
            fields.put(name, json);
            fields.put(name + "Details", WHOLE);
        }
    }
}
