package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.HistoryEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of Distributed Maps, as the history of their execution tells them. */
final class MapRuns {

    private static final Set<EventType> ENDS =
            Set.of(EventType.MAP_RUN_SUCCEEDED, EventType.MAP_RUN_FAILED, EventType.MAP_RUN_ABORTED);

    private MapRuns() {}

    static List<Map<String, @Nullable Object>> of(Execution execution) {
        List<HistoryEvent> events = execution.history().events();
        return events.stream()
                .filter(event -> event.details() instanceof EventDetails.MapRun)
                .map(event -> run(execution, event, events))
                .toList();
    }

    private static Map<String, @Nullable Object> run(
            Execution execution, HistoryEvent started, List<HistoryEvent> events) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("executionArn", execution.arn());
        if (started.details() instanceof EventDetails.MapRun(String arn)) {
            fields.put("mapRunArn", arn);
        }
        fields.put("stateMachineArn", execution.identity().stateMachine().arn());
        fields.put("startDate", Times.epochSeconds(started.timestamp()));
        events.stream()
                .filter(event -> event.previousEventId() == started.id() && ENDS.contains(event.type()))
                .findFirst()
                .ifPresent(end -> fields.put("stopDate", Times.epochSeconds(end.timestamp())));
        return fields;
    }
}
