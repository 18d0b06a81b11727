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
 * @param roleArn the role that it is said to run as; nothing checks it here
 * @param created when it was registered
 * @param updated when it was last changed
 */
public record StateMachine(
        Arns.Machine id, String text, Definition definition, String roleArn, Instant created, Instant updated) {

    /** @return its ARN */
    public String arn() {
        return id.arn();
    }

    /** @return its name */
    public String name() {
        return id.name();
    }
}
