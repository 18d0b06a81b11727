package io.payscope.runner.asl.load;

import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.query.Template;

/** Checks numbers that may also be expressions; an expression is checked when it runs. */
final class Numbers {

    private Numbers() {}

    static Template positive(Fields fields, String name, Template template) {
        return within(fields, name, template, 1, Integer.MAX_VALUE);
    }

    static Template within(Fields fields, String name, Template template, int least, int most) {
        boolean fits =
                switch (template) {
                    case Template.Computed computed -> true;
                    case Template.Constant(Number number) ->
                        Json.isWhole(number) && number.doubleValue() >= least && number.doubleValue() <= most;
                    case Template.Constant constant -> false;
                    case Template.ObjectOf object -> false;
                    case Template.ArrayOf array -> false;
                };
        if (!fits) {
            throw fields.refused(name, "expected a whole number from " + least + " to " + most + ", or an expression");
        }
        return template;
    }
}
