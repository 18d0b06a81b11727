package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.MapMode;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.model.ParallelState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.query.Expression;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses a variable that is read where no state in scope assigns it, and one that is assigned under a name of an
 * outer scope. Branches and inline processors read the variables around them; a distributed processor does not.
 */
final class VariableCheck {

    private VariableCheck() {}

    static void check(Flow flow, String path, Set<String> outer) {
        Set<String> assigned = flow.states().values().stream()
                .flatMap(FlowCheck::exits)
                .flatMap(exit -> exit.assign().keySet().stream())
                .collect(Collectors.toSet());
        Set<String> visible = new HashSet<>(outer);
        visible.addAll(assigned);
        flow.states().forEach((name, state) -> {
            String at = path + "/States/" + name;
            FlowCheck.exits(state)
                    .flatMap(exit -> exit.assign().keySet().stream())
                    .forEach(variable -> {
                        if (outer.contains(variable)) {
                            throw new DefinitionRefused(at, "Assign", "$" + variable + " belongs to an outer scope");
                        }
                    });
            StateTemplates.of(state).forEach(template -> template.eachExpression(e -> check(e, at, visible)));
            descend(state, at, visible);
        });
    }

    private static void check(Expression expression, String path, Set<String> visible) {
        for (String variable : expression.use().variables()) {
            if (!visible.contains(variable) && !expression.use().isFunction(variable)) {
                throw new DefinitionRefused(
                        path, expression.field(), "no state in scope assigns the variable $" + variable);
            }
        }
        for (String function : expression.use().calls()) {
            if (visible.contains(function)) {
                throw new DefinitionRefused(
                        path, expression.field(), "$" + function + " is both a variable and a function");
            }
        }
    }

    private static void descend(State state, String path, Set<String> visible) {
        if (state instanceof ParallelState parallel) {
            for (int i = 0; i < parallel.branches().size(); i++) {
                check(parallel.branches().get(i), path + "/Branches/" + i, visible);
            }
        } else if (state instanceof MapState map) {
            boolean inline = map.mode() instanceof MapMode.Inline;
            check(map.processor(), path + "/ItemProcessor", inline ? visible : Set.of());
        }
    }
}
