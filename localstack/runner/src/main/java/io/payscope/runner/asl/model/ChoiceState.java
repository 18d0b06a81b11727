package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Optional;

/**
 * Goes where the first rule that holds leads.
 *
 * @param name its name
 * @param rules the rules, in order
 * @param otherwise how it is left when no rule holds, or empty if that is a failure
 */
public record ChoiceState(String name, List<Rule> rules, Optional<Exit> otherwise) implements State {

    /**
     * One rule.
     *
     * @param condition gives true or false
     * @param exit how the state is left if it holds
     */
    public record Rule(Template condition, Exit exit) {}
}
