package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.ChoiceState;
import io.payscope.runner.asl.model.Exit;
import io.payscope.runner.asl.model.FailState;
import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.ParallelState;
import io.payscope.runner.asl.model.PassState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.SucceedState;
import io.payscope.runner.asl.model.Transition;
import io.payscope.runner.asl.model.WaitState;
import io.payscope.runner.asl.query.Template;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a state of any type. */
final class StateReader {

    private final FlowReader flows;

    StateReader(FlowReader flows) {
        this.flows = flows;
    }

    State read(String name, Fields fields) {
        String type = fields.text("Type");
        fields.only("QueryLanguage", DefinitionReader.QUERY_LANGUAGE);
        fields.comment();
        State state =
                switch (type) {
                    case "Task" -> TaskReader.read(name, fields);
                    case "Map" -> MapReader.read(name, fields, flows);
                    case "Parallel" -> parallel(name, fields);
                    case "Choice" -> choice(name, fields);
                    case "Pass" -> new PassState(name, ExitReader.ofState(fields, Access.INPUT));
                    case "Wait" -> new WaitState(name, until(fields), ExitReader.ofState(fields, Access.INPUT));
                    case "Succeed" -> new SucceedState(name, fields.optionalTemplate("Output", Access.INPUT));
                    case "Fail" -> new FailState(name, failText(fields, "Error"), failText(fields, "Cause"));
                    default -> throw fields.refused("Type", "'" + type + "' is no type of state");
                };
        fields.done();
        return state;
    }

    private State parallel(String name, Fields fields) {
        List<Flow> branches = new ArrayList<>();
        fields.objects("Branches").forEach(branch -> branches.add(flows.read(branch)));
        return new ParallelState(
                name,
                fields.optionalTemplate("Arguments", Access.INPUT),
                branches,
                GuardReader.retry(fields),
                GuardReader.catchers(fields),
                ExitReader.ofState(fields, Access.RESULT));
    }

    private static State choice(String name, Fields fields) {
        List<ChoiceState.Rule> rules = new ArrayList<>();
        for (Fields rule : fields.objects("Choices")) {
            Template condition = rule.template("Condition", rule.required("Condition"), Access.INPUT);
            boolean truth = condition instanceof Template.Constant(Object value) && value instanceof Boolean;
            if (!truth && !(condition instanceof Template.Computed)) {
                throw rule.refused("Condition", "expected an expression, true or false");
            }
            rules.add(new ChoiceState.Rule(condition, ExitReader.byNext(rule, Access.INPUT)));
            rule.comment();
            rule.done();
        }
        if (!fields.has("Default") && (fields.has("Assign") || fields.has("Output"))) {
            throw fields.refused("Default", "is missing, so that Assign and Output would never be used");
        }
        Optional<Exit> otherwise = fields.optionalText("Default")
                .map(state -> ExitReader.read(fields, Access.INPUT, new Transition.Next(state)));
        return new ChoiceState(name, rules, otherwise);
    }

    private static WaitState.Until until(Fields fields) {
        if (fields.has("Seconds") == fields.has("Timestamp")) {
            throw fields.refused("Seconds", "a Wait has either Seconds or Timestamp");
        }
        if (fields.has("Seconds")) {
            Template seconds = fields.template("Seconds", fields.required("Seconds"), Access.INPUT);
            return new WaitState.Until.Seconds(Numbers.within(fields, "Seconds", seconds, 0, Numbers.LONGEST_SECONDS));
        }
        Template timestamp = fields.template("Timestamp", fields.required("Timestamp"), Access.INPUT);
        if (!(timestamp instanceof Template.Computed)) {
            checkTimestamp(fields, timestamp);
        }
        return new WaitState.Until.Timestamp(timestamp);
    }

    private static void checkTimestamp(Fields fields, Template timestamp) {
        try {
            if (timestamp instanceof Template.Constant(String text)) {
                OffsetDateTime.parse(text);
                return;
            }
        } catch (DateTimeException e) {
            throw fields.refused("Timestamp", "expected an RFC 3339 time: " + e.getMessage());
        }
        throw fields.refused("Timestamp", "expected an RFC 3339 time or an expression");
    }

    private static Optional<Template> failText(Fields fields, String name) {
        return fields.take(name).map(value -> {
            if (!(value instanceof String)) {
                throw fields.refused(name, "expected a text or an expression");
            }
            return fields.template(name, value, Access.INPUT);
        });
    }
}
