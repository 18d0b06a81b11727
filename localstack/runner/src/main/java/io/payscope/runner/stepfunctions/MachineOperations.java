package io.payscope.runner.stepfunctions;

import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachine;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.load.DefinitionReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the API can do with state machines here. Definitions outside the engine's dialect are InvalidDefinition. */
final class MachineOperations {

    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");
    private static final Pattern STATE_MACHINE = Pattern.compile("arn:aws[a-z-]*:states:[^:]*:[^:]*:stateMachine:.+");
    private static final int LONGEST_DEFINITION = 1 << 20;
    private static final int MOST_DIAGNOSTICS = 100;

    private final StateMachines machines;
    private final ExecutionService executions;

    MachineOperations(StateMachines machines, ExecutionService executions) {
        this.machines = machines;
        this.executions = executions;
    }

    /** @return the operation of a name, or empty if it is not offered */
    Optional<Operation> find(String name) {
        return switch (name) {
            case "CreateStateMachine" -> Optional.of(this::create);
            case "UpdateStateMachine" -> Optional.of(this::update);
            case "DeleteStateMachine" -> Optional.of(this::delete);
            case "DescribeStateMachine" -> Optional.of(this::describe);
            case "ListStateMachines" -> Optional.of(this::list);
            case "ValidateStateMachineDefinition" -> Optional.of(MachineOperations::validate);
            default -> Optional.empty();
        };
    }

    private Map<String, @Nullable Object> create(Request request) {
        String name = request.requiredText("name");
        String definition = definition(request).orElseThrow(() -> ApiError.validation("definition: must not be null"));
        String role = role(request).orElseThrow(() -> ApiError.validation("roleArn: must not be null"));
        onlyStandard(request);
        request.ignore("tags");
        withoutEffect(request);
        StateMachine machine = machines.create(name, definition, role);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("stateMachineArn", machine.arn());
        answer.put("creationDate", Times.epochSeconds(machine.created()));
        return answer;
    }

    private Map<String, @Nullable Object> update(Request request) {
        String arn = arn(request);
        Optional<String> definition = definition(request);
        Optional<String> role = role(request);
        withoutEffect(request);
        if (definition.isEmpty() && role.isEmpty()) {
            throw new ApiError(
                    ApiError.BAD_REQUEST, "MissingRequiredParameter", "expected a definition, a roleArn or both");
        }
        StateMachine machine = machines.update(arn, definition, role);
        return new LinkedHashMap<>(Map.of("updateDate", Times.epochSeconds(machine.updated())));
    }

    private Map<String, @Nullable Object> delete(Request request) {
        String arn = arn(request);
        request.done();
        executions.delete(arn);
        return new LinkedHashMap<>();
    }

    private Map<String, @Nullable Object> describe(Request request) {
        StateMachine machine = machines.require(request.requiredText("stateMachineArn"));
        boolean withData = request.withData();
        request.done();
        return StateMachineJson.description(machine, withData);
    }

    private Map<String, @Nullable Object> list(Request request) {
        Page page = Page.of(request);
        request.done();
        return page.cut("stateMachines", machines.all(), StateMachine::arn, StateMachineJson::item);
    }

    /** The reader stops at the first fault, so there is one diagnostic at most. */
    private static Map<String, @Nullable Object> validate(Request request) {
        String definition = definition(request).orElseThrow(() -> ApiError.validation("definition: must not be null"));
        onlyStandard(request);
        request.ignore("severity");
        request.maxResults(MOST_DIAGNOSTICS, MOST_DIAGNOSTICS);
        request.done();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            DefinitionReader.read(definition);
            answer.put("result", "OK");
            answer.put("diagnostics", List.of());
        } catch (DefinitionRefused e) {
            answer.put("result", "FAIL");
            answer.put("diagnostics", List.of(diagnostic(e)));
        }
        answer.put("truncated", false);
        return answer;
    }

    private static Map<String, @Nullable Object> diagnostic(DefinitionRefused refused) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("severity", "ERROR");
        fields.put("code", "SCHEMA_VALIDATION_FAILED");
        fields.put("message", refused.getMessage());
        fields.put("location", refused.path() + (refused.field().isEmpty() ? "" : "/" + refused.field()));
        return fields;
    }

    private static String arn(Request request) {
        String arn = request.requiredText("stateMachineArn");
        if (!STATE_MACHINE.matcher(arn).matches()) {
            throw new ApiError(ApiError.BAD_REQUEST, "InvalidArn", "Invalid Arn: '" + arn + "'");
        }
        return arn;
    }

    private static Optional<String> definition(Request request) {
        Optional<String> definition = request.text("definition");
        if (definition.isPresent() && definition.get().length() > LONGEST_DEFINITION) {
            throw ApiError.validation("definition: expected at most " + LONGEST_DEFINITION + " characters");
        }
        return definition;
    }

    private static Optional<String> role(Request request) {
        Optional<String> role = request.text("roleArn");
        if (role.isPresent() && !ROLE.matcher(role.get()).matches()) {
            throw new ApiError(ApiError.BAD_REQUEST, "InvalidArn", "Invalid Role Arn: '" + role.get() + "'");
        }
        return role;
    }

    private static void onlyStandard(Request request) {
        String type = request.text("type").orElse("STANDARD");
        if (!type.equals("STANDARD")) {
            throw new ApiError(
                    ApiError.BAD_REQUEST,
                    "StateMachineTypeNotSupported",
                    "type: the local runner runs STANDARD workflows only, found '" + type + "'");
        }
    }

    /** Logs, traces and keys have no counterpart here; versions are not offered. */
    private static void withoutEffect(Request request) {
        request.ignore("loggingConfiguration");
        request.ignore("tracingConfiguration");
        request.ignore("encryptionConfiguration");
        if (request.truth("publish", false)) {
            throw ApiError.validation("publish: versions are not implemented by the local runner");
        }
        request.done();
    }
}
