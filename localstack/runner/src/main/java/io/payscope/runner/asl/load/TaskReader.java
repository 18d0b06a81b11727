package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.Call;
import io.payscope.runner.asl.model.TaskState;
import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a Task. */
final class TaskReader {

    private TaskReader() {}

    static TaskState read(String name, Fields fields) {
        return new TaskState(
                name,
                call(fields),
                fields.optionalTemplate("TimeoutSeconds", Access.INPUT)
                        .map(seconds -> Numbers.positiveSeconds(fields, "TimeoutSeconds", seconds)),
                GuardReader.retry(fields),
                GuardReader.catchers(fields),
                ExitReader.ofState(fields, Access.RESULT));
    }

    private static Call call(Fields fields) {
        String resource = fields.text("Resource");
        return switch (resource) {
            case Call.LAMBDA_INVOKE ->
                new Call.InvokeLambda(arguments(fields, Set.of("FunctionName"), Set.of("Payload")));
            case Call.START_EXECUTION_SYNC ->
                new Call.StartExecution(arguments(fields, Set.of("StateMachineArn"), Set.of("Input", "Name")));
            default ->
                throw fields.refused(
                        "Resource",
                        "expected one of " + List.of(Call.LAMBDA_INVOKE, Call.START_EXECUTION_SYNC) + ", found '"
                                + resource + "'");
        };
    }

    /** Checks the names of the arguments as far as the definition shows them; an expression is checked when it runs. */
    static Template arguments(Fields fields, Set<String> required, Set<String> optional) {
        Object value = fields.required("Arguments");
        Template template = fields.template("Arguments", value, Access.INPUT);
        if (value instanceof Map<?, ?> map) {
            for (String name : required) {
                if (!map.containsKey(name)) {
                    throw fields.refused("Arguments/" + name, "is missing");
                }
            }
            for (Object name : map.keySet()) {
                if (!required.contains(name) && !optional.contains(name)) {
                    throw fields.refused("Arguments/" + name, "is not implemented here");
                }
            }
        } else if (!(template instanceof Template.Computed)) {
            throw fields.refused("Arguments", "expected an object");
        }
        return template;
    }
}
