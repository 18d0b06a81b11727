package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.History;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Flow;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One execution, from its first event to its last. */
public final class ExecutionRun {

    private static final int LONGEST_TRACE = 25;

    private ExecutionRun() {}

    /** How an execution ended by itself. */
    public sealed interface Outcome {

        /**
         * Well.
         *
         * @param output what it gave
         */
        record Succeeded(Payload output) implements Outcome {}

        /**
         * With an error that nothing caught.
         *
         * @param failure the error
         */
        record Failed(StateFailure failure) implements Outcome {}
    }

    /**
     * Runs a flow as an execution.
     *
     * @param engine what all executions share
     * @param identity which execution this is
     * @param flow what it runs
     * @param history where its events go
     * @throws InterruptedException if it was stopped; the last event is then the caller's to record
     */
    public static Outcome run(Engine engine, Identity identity, Flow flow, History history)
            throws InterruptedException {
        Strand strand = Strand.main(engine, identity, history);
        strand.record(
                EventType.EXECUTION_STARTED,
                new EventDetails.ExecutionStart(identity.input().text(), Identity.ROLE_ARN));
        try {
            Payload output = FlowRunner.run(flow, identity.input(), strand);
            strand.record(EventType.EXECUTION_SUCCEEDED, new EventDetails.ExecutionOutput(output.text()));
            return new Outcome.Succeeded(output);
        } catch (StateFailure e) {
            return failed(strand, e);
        } catch (RuntimeException e) {
            return failed(strand, new StateFailure(ErrorNames.RUNTIME, trace(e), e));
        }
    }

    private static Outcome failed(Strand strand, StateFailure failure) {
        strand.record(EventType.EXECUTION_FAILED, EventDetails.Failure.of(failure));
        return new Outcome.Failed(failure);
    }

    /**
     * Explains a defect of the engine.
     *
     * @return what was thrown and where, for a Cause
     */
    public static String trace(Throwable defect) {
        return Stream.concat(Stream.of(defect), Arrays.stream(defect.getStackTrace()))
                .limit(LONGEST_TRACE)
                .map(String::valueOf)
                .collect(Collectors.joining("\n  at ", "engine defect: ", ""));
    }
}
