package io.payscope.runner.asl.interpret;

import java.util.Map;
import java.util.Set;

/** Refuses arguments that only show when an expression has been evaluated. */
final class ArgumentNames {

    private ArgumentNames() {}

    static void check(Visit visit, Map<?, ?> arguments, Set<String> known) {
        for (Object name : arguments.keySet()) {
            if (!(name instanceof String text) || !known.contains(text)) {
                throw visit.evaluationFailed("The field 'Arguments/" + name + "' is not implemented here.");
            }
        }
    }
}
