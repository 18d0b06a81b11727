package io.payscope.runner.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.runner.asl.RequestRefused.Reason;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.HistoryEvent;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.port.LambdaInvoker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExecutionServiceTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TASK = """
        {"QueryLanguage":"JSONata","StartAt":"S","States":{"S":{"Type":"Task",
        "Resource":"arn:aws:states:::lambda:invoke",
        "Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},
        "Output":"{% $states.result.Payload %}","End":true}}}
        """;
    private static final String PARENT = """
        {"QueryLanguage":"JSONata","StartAt":"N","States":{"N":{"Type":"Task",
        "Resource":"arn:aws:states:::states:startExecution.sync:2","Arguments":{"StateMachineArn":"${Child}"},
        "End":true}}}
        """;
    private static final String DISTRIBUTED = """
        {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":8,
        "Items":"{% [1..2000] %}","ItemSelector":{"n":"{% $states.context.Map.Item.Value %}"},
        "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I",
        "States":{"I":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
        "Arguments":{"FunctionName":"f","Payload":"{% $states.input.n * 2 %}"},
        "Output":"{% $states.result.Payload %}","End":true}}},
        "Output":{"sum":"{% $sum($states.result) %}","last":"{% $states.result[-1] %}"},"End":true}}}
        """;

    private final ScriptedTime time = new ScriptedTime();
    private final StateMachines machines = new StateMachines(time::now);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private ExecutionService service(LambdaInvoker lambdas) {
        return new ExecutionService(machines, lambdas, new MemoryObjects(), time, new Random(7), this::hear);
    }

    private void hear(String arn, HistoryEvent event) {
        heard.add(event.type().awsName());
    }

    private String register(String definition) {
        return machines.register("main", definition, Map.of()).arn();
    }

    @Test
    void arnIsThatOfTheLocalAccount() {
        assertThat(register(TASK))
                .isEqualTo("arn:aws:states:us-east-1:000000000000:stateMachine:main")
                .isEqualTo(StateMachines.arnOf("main"));
    }

    @Test
    void sameNameAndInputGivesTheRunningExecutionAndIsTakenAfterwards() throws Exception {
        String arn = register(TASK);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutionService service = service((name, payload) -> {
            release.await();
            return payload;
        })) {
            Execution first = service.start(arn, "one", "{\"a\":1}");
            assertThat(service.start(arn, "one", "{ \"a\": 1 }")).isSameAs(first);
            refused(Reason.EXECUTION_ALREADY_EXISTS, () -> service.start(arn, "one", "{\"a\":2}"));
            release.countDown();
            assertThat(first.await(LONG).orElseThrow().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            refused(Reason.EXECUTION_ALREADY_EXISTS, () -> service.start(arn, "one", "{\"a\":1}"));
            assertThat(service.start(arn, null, "{}").arn()).isNotEqualTo(first.arn());
        }
    }

    @Test
    void wrongRequestsAreRefused() {
        String arn = register(TASK);
        try (ExecutionService service = service((name, payload) -> payload)) {
            refused(Reason.INVALID_ARN, () -> service.start("main", null, "{}"));
            refused(Reason.STATE_MACHINE_DOES_NOT_EXIST, () -> service.start(arn + "x", null, "{}"));
            refused(Reason.INVALID_EXECUTION_INPUT, () -> service.start(arn, null, "{"));
            refused(Reason.INVALID_EXECUTION_INPUT, () -> service.start(arn, null, '"' + "x".repeat(262_143) + '"'));
            refused(Reason.INVALID_NAME, () -> service.start(arn, "a b", "{}"));
            refused(Reason.INVALID_NAME, () -> service.start(arn, "a".repeat(81), "{}"));
            refused(Reason.EXECUTION_DOES_NOT_EXIST, () -> service.stop(arn, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void stoppedExecutionIsAbortedAndItsFunctionInterrupted() throws Exception {
        String arn = register(TASK);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ExecutionService service = service((name, payload) -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
                return payload;
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        })) {
            Execution execution = service.start(arn, null, "{}");
            running.await();
            service.stop(execution.arn(), Optional.of("Enough"), Optional.of("by hand"));
            ExecutionEnd end = execution.await(LONG).orElseThrow();
            assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(end.error()).contains("Enough");
            assertThat(end.cause()).contains("by hand");
            interrupted.await();
            assertThat(types(execution)).endsWith(EventType.TASK_STATE_ABORTED, EventType.EXECUTION_ABORTED);
        }
    }

    @Test
    void stoppingAParentStopsItsChild() throws Exception {
        String child = register(TASK);
        String parent =
                machines.register("parent", PARENT, Map.of("Child", child)).arn();
        CountDownLatch running = new CountDownLatch(1);
        try (ExecutionService service = service((name, payload) -> {
            running.countDown();
            new CountDownLatch(1).await();
            return payload;
        })) {
            Execution execution = service.start(parent, null, "{}");
            running.await();
            service.stop(execution.arn(), Optional.empty(), Optional.empty());
            assertThat(execution.await(LONG).orElseThrow().status()).isEqualTo(ExecutionStatus.ABORTED);
            Execution nested = service.all().stream()
                    .filter(one -> one.identity().stateMachine().arn().equals(child))
                    .findFirst()
                    .orElseThrow();
            assertThat(nested.await(LONG).orElseThrow().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void distributedMapRunsTwoThousandItemsAtMostEightAtOnce() throws Exception {
        String arn = register(DISTRIBUTED);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutionService service = service((name, payload) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return payload;
        })) {
            ExecutionEnd end = service.start(arn, null, "{}").await(LONG).orElseThrow();
            assertThat(end.output().map(Payload::text)).as(end.toString()).contains("{\"sum\":4002000,\"last\":4000}");
            assertThat(most.get()).isBetween(1, 8);
            assertThat(heard.stream().filter("ExecutionSucceeded"::equals)).hasSize(2_001);
        }
    }

    @Test
    void answerOfAFunctionLargerThanTheLimitFailsTheState() throws Exception {
        String arn = register(TASK);
        byte[] answer = ('"' + "x".repeat(262_144) + '"').getBytes(StandardCharsets.UTF_8);
        try (ExecutionService service = service((name, payload) -> answer)) {
            ExecutionEnd end = service.start(arn, null, "{}").await(LONG).orElseThrow();
            assertThat(end.error()).contains("States.DataLimitExceeded");
        }
    }

    @Test
    void defectOfTheHostFailsTheTaskAndNotTheService() throws Exception {
        String arn = register(TASK);
        try (ExecutionService service = service((name, payload) -> {
            throw new IllegalStateException("broken host");
        })) {
            ExecutionEnd end = service.start(arn, null, "{}").await(LONG).orElseThrow();
            assertThat(end.error()).contains("Lambda.Unknown");
            assertThat(end.cause().orElseThrow()).contains("broken host");
        }
    }

    @Test
    void errorOfAFunctionIsAFailureOfTheTask() throws Exception {
        String arn = register(TASK);
        try (ExecutionService service = service((name, payload) -> {
            throw new UnsatisfiedLinkError("libgomp.so.1");
        })) {
            ExecutionEnd end = service.start(arn, null, "{}").await(LONG).orElseThrow();
            assertThat(end.error()).contains("Lambda.Unknown");
            assertThat(end.cause().orElseThrow()).contains("libgomp.so.1");
        }
    }

    @Test
    void defectOfTheEngineEndsTheExecution() throws Exception {
        String arn = register(TASK);
        try (ExecutionService service = new ExecutionService(
                machines, (name, payload) -> payload, new MemoryObjects(), time, new Random(7), (one, event) -> {
                    throw new IllegalStateException("broken listener");
                })) {
            ExecutionEnd end = service.start(arn, null, "{}").await(LONG).orElseThrow();
            assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(end.error()).contains("States.Runtime");
            assertThat(end.cause().orElseThrow()).contains("broken listener").contains(" at ");
        }
    }

    @Test
    void everyEventNamesTheOneBeforeIt() throws Exception {
        String arn = register(TASK);
        try (ExecutionService service = service((name, payload) -> payload)) {
            Execution execution = service.start(arn, null, "{}");
            execution.await(LONG);
            List<HistoryEvent> events = execution.history().events();
            assertThat(events).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(events).extracting(HistoryEvent::previousEventId).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    private static List<EventType> types(Execution execution) {
        return execution.history().events().stream().map(HistoryEvent::type).toList();
    }

    private static void refused(Reason reason, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(RequestRefused.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
