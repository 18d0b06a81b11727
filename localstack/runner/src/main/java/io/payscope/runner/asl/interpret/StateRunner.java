package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.ChoiceState;
import io.payscope.runner.asl.model.FailState;
import io.payscope.runner.asl.model.GuardedState;
import io.payscope.runner.asl.model.PassState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.SucceedState;
import io.payscope.runner.asl.model.Transition;
import io.payscope.runner.asl.model.WaitState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one state, from its entry to its exit. */
final class StateRunner {

    private StateRunner() {}

    static Step run(State state, Payload input, Strand strand) throws InterruptedException {
        StateEvents events = StateEvents.of(state);
        long entered = strand.record(events.entered(), new EventDetails.StateEntered(state.name(), input.text()));
        Visit visit = new Visit(strand, state.name(), input, entered);
        try {
            Step step = step(state, visit);
            strand.variables().assign(step.assigned());
            events.exited().ifPresent(type -> strand.record(type, exited(state, step)));
            return step;
        } catch (InterruptedException e) {
            events.aborted().ifPresent(strand::record);
            throw e;
        }
    }

    private static EventDetails exited(State state, Step step) {
        Map<String, String> assigned = new LinkedHashMap<>();
        step.assigned().forEach((name, value) -> assigned.put(name, value.text()));
        return new EventDetails.StateExited(state.name(), step.output().text(), assigned);
    }

    private static Step step(State state, Visit visit) throws InterruptedException {
        return switch (state) {
            case GuardedState guarded -> GuardRunner.run(guarded, visit);
            case ChoiceState choice -> ChoiceRunner.run(choice, visit);
            case PassState pass -> Leaving.withInput(visit, pass.exit());
            case WaitState wait -> WaitRunner.run(wait, visit);
            case SucceedState succeed -> succeed(succeed, visit);
            case FailState fail -> throw failure(fail, visit);
        };
    }

    private static Step succeed(SucceedState state, Visit visit) {
        Payload output = state.output()
                .map(template -> visit.within(visit.evaluate(template)))
                .orElse(visit.input());
        return new Step(output, Map.of(), new Transition.End());
    }

    private static StateFailure failure(FailState state, Visit visit) {
        return new StateFailure(
                state.error().map(template -> Typed.text(visit, template, "Error")),
                state.cause().map(template -> Typed.text(visit, template, "Cause")));
    }
}
