package io.payscope.runner.asl.load;

import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.query.Template;

/** Checks numbers that may also be expressions; an expression is checked when it runs. */
final class Numbers {

    /** The longest time that the Amazon States Language can state, about three years. */
    static final int LONGEST_SECONDS = 99_999_999;

    private Numbers() {}

    static Template positiveSeconds(Fields fields, String name, Template template) {
        return within(fields, name, template, 1, LONGEST_SECONDS);
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
