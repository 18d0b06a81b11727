package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.Exit;
import io.payscope.runner.asl.model.Transition;
import io.payscope.runner.asl.query.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads Assign, Output, Next and End. */
final class ExitReader {

    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    private ExitReader() {}

    /** The exit of a state, by Next or End. */
    static Exit ofState(Fields fields, Access access) {
        return read(fields, access, transition(fields));
    }

    /** The exit of a rule or a catcher, by Next only. */
    static Exit byNext(Fields fields, Access access) {
        return read(fields, access, new Transition.Next(fields.text("Next")));
    }

    static Exit read(Fields fields, Access access, Transition transition) {
        return new Exit(assign(fields, access), fields.optionalTemplate("Output", access), transition);
    }

    private static Transition transition(Fields fields) {
        if (fields.has("Next") && fields.has("End")) {
            throw fields.refused("End", "a state has Next or End, not both");
        }
        if (fields.has("Next")) {
            return new Transition.Next(fields.text("Next"));
        }
        if (!fields.required("End").equals(Boolean.TRUE)) {
            throw fields.refused("End", "expected true");
        }
        return new Transition.End();
    }

    private static Map<String, Template> assign(Fields fields, Access access) {
        Map<String, Template> assign = new LinkedHashMap<>();
        fields.take("Assign").ifPresent(value -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw fields.refused("Assign", "expected an object");
            }
            map.forEach((key, member) -> {
                String name = String.valueOf(key);
                if (!VARIABLE.matcher(name).matches() || name.equals("states")) {
                    throw fields.refused("Assign", "'" + name + "' is no name for a variable");
                }
                assign.put(name, fields.template("Assign/" + name, member, access));
            });
        });
        return assign;
    }
}
