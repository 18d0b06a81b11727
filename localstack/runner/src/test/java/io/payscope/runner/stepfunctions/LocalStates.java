package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.asl.port.Objects;
import io.payscope.runner.asl.port.SystemTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A server with two state machines: {@code hello} calls a function that returns its input, {@code stuck} one that
 * never returns.
 */
final class LocalStates implements AutoCloseable {

    private static final String TASK = """
        {"QueryLanguage":"JSONata","StartAt":"Call","States":{"Call":{"Type":"Task",
        "Resource":"arn:aws:states:::lambda:invoke",
        "Arguments":{"FunctionName":"${Function}","Payload":"{% $states.input %}"},
        "Assign":{"called":true},"Output":"{% $states.result.Payload %}","Next":"Check"},
        "Check":{"Type":"Choice","Choices":[{"Condition":"{% $exists($states.input.fail) %}","Next":"No"}],
        "Default":"Yes"},"No":{"Type":"Fail","Error":"Asked","Cause":"to fail"},"Yes":{"Type":"Succeed"}}}
        """;

    private final StateMachines machines = new StateMachines(Clock.systemUTC());
    private final ExecutionService executions = new ExecutionService(
            machines,
            LocalStates::invoke,
            new NoObjects(),
            new SystemTime(Clock.systemUTC()),
            new Random(1),
            (arn, event) -> {});
    private final StepFunctionsServer server = StepFunctionsServer.start(0, machines, executions);

    LocalStates() {
        machines.register("hello", TASK, Map.of("Function", "echo"));
        machines.register("stuck", TASK, Map.of("Function", "stuck"));
    }

    private static byte[] invoke(String function, byte[] payload) throws InterruptedException {
        if (function.equals("stuck")) {
            new CountDownLatch(1).await();
        }
        return payload;
    }

    URI uri() {
        return server.uri();
    }

    ExecutionService executions() {
        return executions;
    }

    static String machine(String name) {
        return StateMachines.arnOf(name);
    }

    @Override
    public void close() {
        server.close();
        executions.close();
    }

    private static final class NoObjects implements Objects {

        @Override
        public InputStream open(String bucket, String key) throws IOException {
            throw new IOException("there are no objects here");
        }

        @Override
        public void put(String bucket, String key, byte[] body, String contentType) throws IOException {
            throw new IOException("there are no objects here");
        }
    }
}
