package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.StateMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** State machines as the API shows them. */
final class StateMachineJson {

    private static final String STANDARD = "STANDARD";

    private StateMachineJson() {}

    static Map<String, @Nullable Object> item(StateMachine machine) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stateMachineArn", machine.arn());
        fields.put("name", machine.name());
        fields.put("type", STANDARD);
        fields.put("creationDate", Times.epochSeconds(machine.created()));
        return fields;
    }

    static Map<String, @Nullable Object> description(StateMachine machine, boolean withData) {
        Map<String, @Nullable Object> fields = item(machine);
        fields.put("status", "ACTIVE");
        if (withData) {
            fields.put("definition", machine.text());
        }
        settings(fields, machine);
        return fields;
    }

    static Map<String, @Nullable Object> forExecution(StateMachine machine, boolean withData) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stateMachineArn", machine.arn());
        fields.put("name", machine.name());
        if (withData) {
            fields.put("definition", machine.text());
        }
        fields.put("updateDate", Times.epochSeconds(machine.updated()));
        settings(fields, machine);
        return fields;
    }

    private static void settings(Map<String, @Nullable Object> fields, StateMachine machine) {
        fields.put("roleArn", machine.roleArn());
        fields.put("loggingConfiguration", Map.of("level", "OFF", "includeExecutionData", false));
        fields.put("tracingConfiguration", Map.of("enabled", false));
    }
}
