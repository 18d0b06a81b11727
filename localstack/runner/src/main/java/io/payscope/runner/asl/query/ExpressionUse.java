package io.payscope.runner.asl.query;

import java.util.Set;

/**
 * What an expression reads from outside itself.
 *
 * @param variables workflow variables, without the dollar sign
 * @param calls functions that it calls by name
 * @param stateMembers members of {@code $states} that it names: input, result, errorOutput, context
 */
public record ExpressionUse(Set<String> variables, Set<String> calls, Set<String> stateMembers) {

    /** Keeps copies. */
    public ExpressionUse {
        variables = Set.copyOf(variables);
        calls = Set.copyOf(calls);
        stateMembers = Set.copyOf(stateMembers);
    }

    /** @return whether a name is that of a function that every expression may use as a value */
    public boolean isFunction(String name) {
        return FunctionNames.OFFERED.contains(name);
    }
}
