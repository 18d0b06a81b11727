package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.Transition;

/** Walks through the states of a flow. */
final class FlowRunner {

    private FlowRunner() {}

    /**
     * Runs a flow to its end.
     *
     * @return the output of the state that ended it
     * @throws io.payscope.runner.asl.failure.StateFailure if a state failed and nothing caught it
     */
    static Payload run(Flow flow, Payload input, Strand strand) throws InterruptedException {
        String name = flow.startAt();
        Payload current = input;
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            State state = flow.states().get(name);
            if (state == null) {
                throw new IllegalStateException("a checked flow has no state " + name);
            }
            Step step = StateRunner.run(state, current, strand);
            switch (step.transition()) {
                case Transition.Next(String next) -> name = next;
                case Transition.End end -> {
                    return step.output();
                }
            }
            current = step.output();
        }
    }
}
