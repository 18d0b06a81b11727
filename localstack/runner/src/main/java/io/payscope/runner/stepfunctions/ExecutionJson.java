package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executions as the API shows them. */
final class ExecutionJson {

    private static final Map<String, Boolean> INCLUDED = Map.of("included", true);

    private ExecutionJson() {}

    static Map<String, @Nullable Object> item(Execution execution) {
        Optional<ExecutionEnd> end = execution.end();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("executionArn", execution.arn());
        fields.put("stateMachineArn", execution.identity().stateMachine().arn());
        fields.put("name", execution.identity().name());
        fields.put(
                "status",
                end.map(ExecutionEnd::status).orElse(ExecutionStatus.RUNNING).name());
        fields.put("startDate", Times.epochSeconds(execution.identity().startTime()));
        end.ifPresent(how -> fields.put("stopDate", Times.epochSeconds(how.stopped())));
        fields.put("redriveCount", 0);
        return fields;
    }

    static Map<String, @Nullable Object> description(Execution execution, boolean withData) {
        Map<String, @Nullable Object> fields = item(execution);
        fields.put("redriveStatus", "NOT_REDRIVABLE");
        fields.put("redriveStatusReason", "The local runner does not redrive executions");
        if (withData) {
            fields.put("input", execution.identity().input().text());
            fields.put("inputDetails", INCLUDED);
        }
        execution.end().ifPresent(end -> {
            end.error().ifPresent(error -> fields.put("error", error));
            end.cause().ifPresent(cause -> fields.put("cause", cause));
            if (withData) {
                end.output().ifPresent(output -> {
                    fields.put("output", output.text());
                    fields.put("outputDetails", INCLUDED);
                });
            }
        });
        return fields;
    }
}
