package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.asl.RequestRefused;
import io.payscope.runner.asl.RequestRefused.Reason;
import io.payscope.runner.asl.StateMachine;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.asl.history.HistoryEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API can do here: with executions, and through {@link MachineOperations} with state machines. */
final class Operations {

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final StateMachines machines;
    private final ExecutionService executions;
    private final MachineOperations machineOperations;

    Operations(StateMachines machines, ExecutionService executions) {
        this.machines = machines;
        this.executions = executions;
        this.machineOperations = new MachineOperations(machines, executions);
    }

    /** @return the operation of a name, or empty if it is not offered */
    Optional<Operation> find(String name) {
        return switch (name) {
            case "StartExecution" -> Optional.of(this::startExecution);
            case "StopExecution" -> Optional.of(this::stopExecution);
            case "DescribeExecution" -> Optional.of(this::describeExecution);
            case "ListExecutions" -> Optional.of(this::listExecutions);
            case "GetExecutionHistory" -> Optional.of(this::getExecutionHistory);
            case "ListMapRuns" -> Optional.of(this::listMapRuns);
            case "DescribeStateMachineForExecution" -> Optional.of(this::describeStateMachineForExecution);
            default -> machineOperations.find(name);
        };
    }

    private Map<String, @Nullable Object> startExecution(Request request) {
        String machine = request.requiredText("stateMachineArn");
        Optional<String> name = request.text("name");
        String input = request.text("input").orElse("{}");
        request.ignore("traceHeader");
        request.done();
        Execution execution = executions.start(machine, name.orElse(null), input);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("executionArn", execution.arn());
        answer.put("startDate", Times.epochSeconds(execution.identity().startTime()));
        return answer;
    }

    private Map<String, @Nullable Object> stopExecution(Request request) throws InterruptedException {
        String arn = request.executionArn();
        Optional<String> error = request.text("error");
        Optional<String> cause = request.text("cause");
        request.done();
        Optional<ExecutionEnd> end = executions.stop(arn, error, cause).await(STOPPING);
        ExecutionEnd ended = end.orElseThrow(() -> ApiError.validation(arn + " does not stop"));
        return new LinkedHashMap<>(Map.of("stopDate", Times.epochSeconds(ended.stopped())));
    }

    private Map<String, @Nullable Object> describeExecution(Request request) {
        Execution execution = execution(request);
        boolean withData = request.withData();
        request.done();
        return ExecutionJson.description(execution, withData);
    }

    private Map<String, @Nullable Object> listExecutions(Request request) {
        StateMachine machine = machines.require(request.requiredText("stateMachineArn"));
        Optional<ExecutionStatus> status = request.text("statusFilter").map(Operations::status);
        Page page = Page.of(request);
        request.done();
        List<Execution> all = executions.all().stream()
                .filter(one -> one.identity().stateMachine().equals(machine.id()))
                .filter(one -> status.isEmpty() || one.status() == status.get())
                .toList();
        return page.cut("executions", all, Execution::arn, ExecutionJson::item);
    }

    private Map<String, @Nullable Object> getExecutionHistory(Request request) {
        Execution execution = execution(request);
        boolean reverse = request.truth("reverseOrder", false);
        EventJson json = new EventJson(request.truth("includeExecutionData", true));
        Page page = Page.of(request);
        request.done();
        List<HistoryEvent> events = execution.history().events();
        return page.cut("events", reverse ? events.reversed() : events, event -> String.valueOf(event.id()), json::of);
    }

    private Map<String, @Nullable Object> listMapRuns(Request request) {
        Execution execution = execution(request);
        Page page = Page.of(request);
        request.done();
        return page.cut("mapRuns", MapRuns.of(execution), run -> String.valueOf(run.get("mapRunArn")), run -> run);
    }

    private Map<String, @Nullable Object> describeStateMachineForExecution(Request request) {
        Execution execution = execution(request);
        boolean withData = request.withData();
        request.done();
        return StateMachineJson.forExecution(execution.stateMachine(), withData);
    }

    private Execution execution(Request request) {
        String arn = request.executionArn();
        return executions
                .find(arn)
                .orElseThrow(() ->
                        new RequestRefused(Reason.EXECUTION_DOES_NOT_EXIST, "Execution Does Not Exist: '" + arn + "'"));
    }

    private static ExecutionStatus status(String name) {
        return Arrays.stream(ExecutionStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiError.validation("statusFilter: expected one of "
                        + Arrays.toString(ExecutionStatus.values()) + ", found '" + name + "'"));
    }
}
