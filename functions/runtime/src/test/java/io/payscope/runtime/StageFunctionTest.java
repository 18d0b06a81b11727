package io.payscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** Calls a stage through the adapter that AWS calls it through. */
class StageFunctionTest {

    private static FunctionInvoker invoker;

    @BeforeAll
    static void start() {
        System.setProperty("MAIN_CLASS", EchoApplication.class.getName());
        invoker = new FunctionInvoker();
    }

    @Test
    void answersInCanonicalJson() throws IOException {
        assertThat(call("{\"bankId\":3,\"uploadId\":\"u1\"}"))
                .isEqualTo("{\"bankId\":3,\"dailyBuckets\":1,\"hourlyBuckets\":3,\"uploadId\":\"u1\"}");
    }

    @Test
    void refusesAFieldInTheWrongCase() {
        assertThatThrownBy(() -> call("{\"bankid\":3,\"uploadId\":\"u1\"}")).isInstanceOf(DataFault.class);
    }

    @Test
    void refusesAMissingField() {
        assertThatThrownBy(() -> call("{\"bankId\":3}"))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("uploadId");
    }

    @Test
    void refusesAnArrayInsteadOfAnsweringOk() {
        assertThatThrownBy(() -> call("[]")).isInstanceOf(DataFault.class);
    }

    @Test
    void passesAFaultOnUnderItsOwnName() {
        assertThatThrownBy(() -> call("{\"bankId\":9,\"uploadId\":\"u1\"}"))
                .isInstanceOf(DataFault.class)
                .hasMessage("bank 9: not in the catalog");
    }

    @Test
    void turnsAnErrorIntoAnExceptionThatTheRuntimeReports() {
        assertThatThrownBy(() -> call("{\"bankId\":3,\"uploadId\":\"missing-library\"}"))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("libgomp.so.1");
    }

    private static String call(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        invoker.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new LocalContext());
        return answer.toString(StandardCharsets.UTF_8);
    }
}
