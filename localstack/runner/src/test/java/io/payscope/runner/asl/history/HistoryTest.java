package io.payscope.runner.asl.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.runner.asl.port.SystemTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<HistoryEvent> heard = new ArrayList<>();
    private final History history =
            new History("arn", new SystemTime(Clock.fixed(NOW, ZoneOffset.UTC)), (arn, event) -> heard.add(event));

    @Test
    void typesHaveTheNamesOfAws() {
        assertThat(EventType.MAP_ITERATION_STARTED.awsName()).isEqualTo("MapIterationStarted");
        assertThat(EventType.EXECUTION_TIMED_OUT.awsName()).isEqualTo("ExecutionTimedOut");
    }

    @Test
    void eventIsNumberedStampedAndHeard() {
        assertThat(history.record(0, EventType.EXECUTION_STARTED, new EventDetails.None()))
                .isEqualTo(1);
        assertThat(history.record(1, EventType.PASS_STATE_ENTERED, new EventDetails.None()))
                .isEqualTo(2);
        assertThat(history.events()).isEqualTo(heard);
        assertThat(heard.get(1))
                .isEqualTo(new HistoryEvent(2, 1, NOW, EventType.PASS_STATE_ENTERED, new EventDetails.None()));
    }

    @Test
    void tooManyEventsEndTheExecution() {
        for (int i = 1; i < History.MOST_EVENTS; i++) {
            history.record(i - 1, EventType.PASS_STATE_ENTERED, new EventDetails.None());
        }
        assertThatThrownBy(() -> history.record(0, EventType.PASS_STATE_ENTERED, new EventDetails.None()))
                .hasMessageContaining("25000")
                .hasMessageStartingWith("States.Runtime");
        assertThat(history.record(0, EventType.EXECUTION_FAILED, new EventDetails.None()))
                .isEqualTo(History.MOST_EVENTS);
    }
}
