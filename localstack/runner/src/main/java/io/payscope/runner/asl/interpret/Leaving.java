package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Exit;
import io.payscope.runner.asl.query.Template;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes Assign and Output. Both see the variables as they were before. */
final class Leaving {

    private Leaving() {}

    /** Leaves a state that has no result: without Output, its input goes on. */
    static Step withInput(Visit visit, Exit exit) {
        Map<String, Payload> assigned = new LinkedHashMap<>();
        exit.assign().forEach((name, template) -> assigned.put(name, visit.within(visit.evaluate(template))));
        Payload output = exit.output()
                .map(template -> visit.within(visit.evaluate(template)))
                .orElse(visit.input());
        return new Step(output, assigned, exit.transition());
    }

    /** Leaves a state with a result or an error output: without Output, that goes on. */
    static Step with(Visit visit, Exit exit, Visit.Member member) {
        Map<String, Payload> assigned = new LinkedHashMap<>();
        for (Map.Entry<String, Template> entry : exit.assign().entrySet()) {
            assigned.put(entry.getKey(), visit.within(visit.evaluate(entry.getValue(), member)));
        }
        Payload output = exit.output().isPresent()
                ? visit.within(visit.evaluate(exit.output().get(), member))
                : visit.within(member.value());
        return new Step(output, assigned, exit.transition());
    }
}
