package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.model.ChoiceState;

/** Runs a Choice. */
final class ChoiceRunner {

    private ChoiceRunner() {}

    static Step run(ChoiceState state, Visit visit) {
        for (ChoiceState.Rule rule : state.rules()) {
            if (Typed.truth(visit, rule.condition(), "Condition")) {
                return Leaving.withInput(visit, rule.exit());
            }
        }
        return state.otherwise()
                .map(exit -> Leaving.withInput(visit, exit))
                .orElseThrow(() -> new StateFailure(
                        ErrorNames.NO_CHOICE_MATCHED, "No choice rule of the state '" + state.name() + "' holds."));
    }
}
