package io.payscope.runner.asl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes an ended execution as {@code startExecution.sync:2} does: times in epoch milliseconds, parsed payloads. */
final class NestedDescription {

    private NestedDescription() {}

    static Map<String, @Nullable Object> of(Execution execution, ExecutionEnd end) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        end.cause().ifPresent(cause -> fields.put("Cause", cause));
        end.error().ifPresent(error -> fields.put("Error", error));
        fields.put("ExecutionArn", execution.arn());
        fields.put("Input", execution.identity().input().value());
        fields.put("InputDetails", Map.of("Included", true));
        fields.put("Name", execution.identity().name());
        end.output().ifPresent(output -> {
            fields.put("Output", output.value());
            fields.put("OutputDetails", Map.of("Included", true));
        });
        fields.put("RedriveCount", 0);
        fields.put("StartDate", execution.identity().startTime().toEpochMilli());
        fields.put("StateMachineArn", execution.identity().stateMachine().arn());
        fields.put("Status", end.status().name());
        fields.put("StopDate", end.stopped().toEpochMilli());
        return fields;
    }
}
