package io.payscope.runner.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.runner.asl.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

class SdkTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static LocalStates states;
    private static SfnClient client;

    @BeforeAll
    static void start() {
        states = new LocalStates();
        client = SfnClient.builder()
                .endpointOverride(states.uri())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        states.close();
    }

    private static String run(String machine, String name, String input) throws InterruptedException {
        String arn = client.startExecution(r -> r.stateMachineArn(LocalStates.machine(machine))
                        .name(name)
                        .input(input))
                .executionArn();
        Execution execution = states.executions().find(arn).orElseThrow();
        assertThat(execution.await(LONG)).isPresent();
        return arn;
    }

    @Test
    void startedExecutionIsDescribedWithItsOutput() throws Exception {
        Instant before = Instant.now();
        String arn = run("hello", "described", "{\"a\": 1}");
        DescribeExecutionResponse found = client.describeExecution(r -> r.executionArn(arn));
        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:000000000000:execution:hello:described");
        assertThat(found.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(found.name()).isEqualTo("described");
        assertThat(found.stateMachineArn()).isEqualTo(LocalStates.machine("hello"));
        assertThat(found.input()).isEqualTo("{\"a\":1}");
        assertThat(found.output()).isEqualTo("{\"a\":1}");
        assertThat(found.startDate()).isBetween(before.minusMillis(1), found.stopDate());
        assertThat(found.stopDate()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void failedExecutionShowsErrorAndCause() throws Exception {
        String arn = run("hello", "failed", "{\"fail\":true}");
        DescribeExecutionResponse found = client.describeExecution(r -> r.executionArn(arn));
        assertThat(found.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(found.error()).isEqualTo("Asked");
        assertThat(found.cause()).isEqualTo("to fail");
        assertThat(found.output()).isNull();
    }

    @Test
    void historyIsPagedInBothDirections() throws Exception {
        String arn = run("hello", "history", "{}");
        List<HistoryEvent> events =
                client.getExecutionHistoryPaginator(r -> r.executionArn(arn).maxResults(3)).events().stream()
                        .toList();
        assertThat(events).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(events.getFirst().executionStartedEventDetails().input()).isEqualTo("{}");
        assertThat(events.get(1).type()).isEqualTo(HistoryEventType.TASK_STATE_ENTERED);
        assertThat(events.get(1).stateEnteredEventDetails().name()).isEqualTo("Call");
        assertThat(events.get(2).taskScheduledEventDetails().resource()).isEqualTo("invoke");
        assertThat(events.get(4).taskSucceededEventDetails().resourceType()).isEqualTo("lambda");
        assertThat(events.get(5).stateExitedEventDetails().assignedVariables()).containsEntry("called", "true");
        assertThat(events).noneMatch(event -> event.type() == HistoryEventType.UNKNOWN_TO_SDK_VERSION);
        assertThat(client.getExecutionHistory(
                                r -> r.executionArn(arn).reverseOrder(true).maxResults(1))
                        .events())
                .singleElement()
                .satisfies(last -> assertThat(last.typeAsString()).isEqualTo("ExecutionSucceeded"));
        assertThat(client.getExecutionHistory(r -> r.executionArn(arn).includeExecutionData(false))
                        .events()
                        .getFirst()
                        .executionStartedEventDetails()
                        .input())
                .isNull();
    }

    @Test
    void executionsAreListedLatestFirstByStatusAndPage() throws Exception {
        String good = run("hello", "listed-1", "{}");
        String failed = run("hello", "listed-2", "{\"fail\":1}");
        List<String> all = client
                .listExecutionsPaginator(
                        r -> r.stateMachineArn(LocalStates.machine("hello")).maxResults(1))
                .executions()
                .stream()
                .map(ExecutionListItem::executionArn)
                .toList();
        assertThat(all).contains(good, failed).doesNotHaveDuplicates();
        List<ExecutionListItem> failures = client.listExecutions(
                        r -> r.stateMachineArn(LocalStates.machine("hello")).statusFilter(ExecutionStatus.FAILED))
                .executions();
        assertThat(failures)
                .extracting(ExecutionListItem::executionArn)
                .contains(failed)
                .doesNotContain(good);
        assertThat(failures).isSortedAccordingTo((a, b) -> b.startDate().compareTo(a.startDate()));
    }

    @Test
    void runningExecutionIsStopped() {
        StartExecutionResponse started = client.startExecution(r -> r.stateMachineArn(LocalStates.machine("stuck")));
        assertThat(client.describeExecution(r -> r.executionArn(started.executionArn()))
                        .status())
                .isEqualTo(ExecutionStatus.RUNNING);
        Instant stopped = client.stopExecution(r ->
                        r.executionArn(started.executionArn()).error("Enough").cause("by hand"))
                .stopDate();
        DescribeExecutionResponse found = client.describeExecution(r -> r.executionArn(started.executionArn()));
        assertThat(found.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(found.error()).isEqualTo("Enough");
        assertThat(found.stopDate()).isEqualTo(stopped);
    }

    @Test
    void stateMachinesAreListedAndDescribed() throws Exception {
        assertThat(client.listStateMachines().stateMachines())
                .extracting(StateMachineListItem::name)
                .containsExactly("hello", "stuck");
        assertThat(client.describeStateMachine(r -> r.stateMachineArn(LocalStates.machine("hello")))
                        .definition())
                .contains("\"FunctionName\":\"echo\"");
        String arn = run("hello", "machine-of", "{}");
        assertThat(client.describeStateMachineForExecution(r -> r.executionArn(arn))
                        .name())
                .isEqualTo("hello");
        assertThat(client.listMapRuns(r -> r.executionArn(arn)).mapRuns()).isEmpty();
    }

    @Test
    void errorsArriveAsTheExceptionsOfTheSdk() throws Exception {
        String hello = LocalStates.machine("hello");
        String gone = LocalStates.machine("gone");
        run("hello", "taken", "{}");
        refused(StateMachineDoesNotExistException.class, () -> client.startExecution(r -> r.stateMachineArn(gone)));
        refused(StateMachineDoesNotExistException.class, () -> client.listExecutions(r -> r.stateMachineArn(gone)));
        refused(InvalidArnException.class, () -> client.startExecution(r -> r.stateMachineArn("hello")));
        refused(InvalidArnException.class, () -> client.describeExecution(r -> r.executionArn("hello")));
        refused(
                ExecutionDoesNotExistException.class,
                () -> client.describeExecution(r -> r.executionArn(hello.replace("stateMachine", "execution") + ":x")));
        refused(
                ExecutionAlreadyExistsException.class,
                () -> client.startExecution(
                        r -> r.stateMachineArn(hello).name("taken").input("{}")));
        refused(
                InvalidNameException.class,
                () -> client.startExecution(r -> r.stateMachineArn(hello).name("a/b")));
        refused(
                InvalidExecutionInputException.class,
                () -> client.startExecution(r -> r.stateMachineArn(hello).input("{")));
        refused(
                InvalidTokenException.class,
                () -> client.listExecutions(r -> r.stateMachineArn(hello).nextToken("x")));
        assertThatThrownBy(() -> client.listActivities()).isInstanceOfSatisfying(SfnException.class, e -> assertThat(
                        e.awsErrorDetails().errorCode())
                .isEqualTo("UnknownOperationException"));
    }

    private static void refused(Class<? extends SfnException> type, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOf(type);
    }
}
