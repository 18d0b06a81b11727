package io.payscope.runner.asl;

import io.payscope.runner.asl.interpret.Arns;
import io.payscope.runner.asl.model.Definition;
import java.time.Instant;

/**
 * A registered state machine.
 *
 * @param id its name and ARN
 * @param text the definition as it runs, placeholders replaced
 * @param definition the same, checked
 * @param created when it was registered
 */
public record StateMachine(Arns.Machine id, String text, Definition definition, Instant created) {

    /** @return its ARN */
    public String arn() {
        return id.arn();
    }

    /** @return its name */
    public String name() {
        return id.name();
    }
}
