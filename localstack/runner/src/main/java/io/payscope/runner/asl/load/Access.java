package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.query.Expression;
import java.util.Set;

/** Which members of {@code $states} an expression may name, which depends on the field it stands in. */
enum Access {
    /** Before or without a result. */
    INPUT(Set.of("input", "context")),
    /** After a Task, Map or Parallel succeeded. */
    RESULT(Set.of("input", "context", "result")),
    /** In a catcher. */
    ERROR(Set.of("input", "context", "errorOutput"));

    private final Set<String> members;

    Access(Set<String> members) {
        this.members = members;
    }

    void check(Expression expression, String path) {
        for (String member : expression.use().stateMembers()) {
            if (!members.contains(member)) {
                throw new DefinitionRefused(path, expression.field(), "$states." + member + " does not exist here");
            }
        }
    }
}
