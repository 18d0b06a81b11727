package io.payscope.runner.asl.interpret;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds {@code $states.context}. Source: AWS, "Accessing execution data from the Context object". */
final class ContextObject {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private ContextObject() {}

    static Map<String, @Nullable Object> of(
            Identity identity, String state, Instant entered, int retries, Optional<Strand.MapItem> item) {
        Map<String, @Nullable Object> execution = new LinkedHashMap<>();
        execution.put("Id", identity.arn());
        execution.put("Input", identity.input().value());
        execution.put("Name", identity.name());
        execution.put("RoleArn", Identity.ROLE_ARN);
        execution.put("StartTime", MILLIS.format(identity.startTime()));
        execution.put("RedriveCount", 0);
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("Execution", execution);
        context.put("State", Map.of("EnteredTime", MILLIS.format(entered), "Name", state, "RetryCount", retries));
        context.put(
                "StateMachine",
                Map.of(
                        "Id",
                        identity.stateMachine().arn(),
                        "Name",
                        identity.stateMachine().name()));
        item.ifPresent(one -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("Index", one.index());
            members.put("Value", one.value());
            context.put("Map", Map.of("Item", members));
        });
        return context;
    }
}
