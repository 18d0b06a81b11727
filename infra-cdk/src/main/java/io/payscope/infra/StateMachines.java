package io.payscope.infra;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** The two state machines, from the definitions that also run locally. Each may call its own stages and no others. */
final class StateMachines extends Construct {

    /** By which Step Functions learns that a nested execution has ended; its name is fixed. */
    private static final String NESTED_EXECUTION_RULE = "StepFunctionsGetEventsForStepFunctionsExecutionRule";

    private static final String EXECUTIONS = ":execution:.*\\*$";
    private static final String EXECUTIONS_REASON =
            "Executions of one state machine, whose names are not known before.";

    private final DeploymentContext context;
    private final StateMachine ingest;
    private final StateMachine pipeline;
    private final Policy mapRuns;

    StateMachines(
            Construct scope,
            String id,
            Path repository,
            DeploymentContext context,
            StageFunctions functions,
            StorageStack storage) {
        super(scope, id);
        this.context = context;
        IBucket bucket = storage.bucket();
        Path definitions = repository.resolve("statemachine");
        Map<String, String> ingestValues = functionArns(functions, Stage.Machine.INGEST);
        ingestValues.put("DataBucket", bucket.getBucketName());
        ingest = machine("Ingest", definitions.resolve("ingest.asl.json"), ingestValues);
        allowCalls(ingest, functions, Stage.Machine.INGEST);
        ingest.addToRolePolicy(statement(List.of("s3:GetObject"), List.of(bucket.arnForObjects("parts/*/parts.json"))));
        ingest.addToRolePolicy(
                statement(List.of("kms:Decrypt"), List.of(storage.key().getKeyArn())));
        mapRuns = allowMapRuns();

        Map<String, String> pipelineValues = functionArns(functions, Stage.Machine.PIPELINE);
        pipelineValues.put("IngestStateMachineArn", ingest.getStateMachineArn());
        pipeline = machine("Pipeline", definitions.resolve("pipeline.asl.json"), pipelineValues);
        allowCalls(pipeline, functions, Stage.Machine.PIPELINE);
        allowNestedExecutions();
        allowStarts(functions.of(Stage.API_ADMIN).function());
        acceptFindings();
    }

    private void acceptFindings() {
        for (StateMachine machine : List.of(ingest, pipeline)) {
            Suppressions.acceptDetail(
                    machine,
                    "AwsSolutions-IAM5",
                    "^Resource::\\*$",
                    "Log delivery and X-Ray, which CDK grants for logging and tracing, know no resources.");
        }
        Suppressions.acceptDetail(
                ingest,
                "AwsSolutions-IAM5",
                "parts\\/\\*\\/parts\\.json$",
                "The list of an upload's parts: bank and upload are part of the key.");
        for (IConstruct policy : List.of(pipeline, mapRuns)) {
            Suppressions.acceptDetail(policy, "AwsSolutions-IAM5", EXECUTIONS, EXECUTIONS_REASON);
        }
    }

    private static Map<String, String> functionArns(StageFunctions functions, Stage.Machine machine) {
        Map<String, String> arns = new HashMap<>();
        for (Stage stage : Stage.values()) {
            if (stage.machine() == machine) {
                arns.put(stage.title() + "Function", functions.of(stage).alias().getFunctionArn());
            }
        }
        return arns;
    }

    private StateMachine machine(String id, Path definition, Map<String, String> values) {
        return StateMachine.Builder.create(this, id)
                .stateMachineType(StateMachineType.STANDARD)
                .definitionBody(DefinitionBody.fromFile(definition.toString()))
                .definitionSubstitutions(values)
                .tracingEnabled(true)
                .logs(LogOptions.builder()
                        .destination(log(id))
                        .level(LogLevel.ALL)
                        .includeExecutionData(false)
                        .build())
                .build();
    }

    /** The name's beginning lets one policy of the account cover all such logs. */
    private LogGroup log(String id) {
        return LogGroup.Builder.create(this, id + "Log")
                .logGroupName("/aws/vendedlogs/states/" + context.stackName(id))
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private static void allowCalls(StateMachine machine, StageFunctions functions, Stage.Machine kind) {
        List<String> callable = Arrays.stream(Stage.values())
                .filter(stage -> stage.machine() == kind)
                .map(stage -> functions.of(stage).alias().getFunctionArn())
                .toList();
        machine.addToRolePolicy(statement(List.of("lambda:InvokeFunction"), callable));
    }

    /** A policy of its own: the machine waits for the role's default policy, which can therefore not name it. */
    private Policy allowMapRuns() {
        Policy policy = Policy.Builder.create(this, "IngestMapRuns")
                .statements(List.of(
                        statement(List.of("states:StartExecution"), List.of(ingest.getStateMachineArn())),
                        statement(
                                List.of("states:DescribeExecution", "states:StopExecution"),
                                List.of(executions(ingest, ":*"), executions(ingest, "/*:*"))),
                        statement(List.of("states:RedriveExecution"), List.of(executions(ingest, "/*:*")))))
                .build();
        policy.attachToRole(ingest.getRole());
        return policy;
    }

    /** The function is none of the pipeline's states, so that neither waits for the other. */
    private void allowStarts(Function function) {
        function.addEnvironment("PAYSCOPE_PIPELINE_ARN", pipeline.getStateMachineArn());
        function.addToRolePolicy(statement(List.of("states:StartExecution"), List.of(pipeline.getStateMachineArn())));
        function.addToRolePolicy(statement(List.of("states:DescribeExecution"), List.of(executions(pipeline, ":*"))));
        Suppressions.acceptDetail(function.getRole(), "AwsSolutions-IAM5", EXECUTIONS, EXECUTIONS_REASON);
    }

    private void allowNestedExecutions() {
        pipeline.addToRolePolicy(statement(List.of("states:StartExecution"), List.of(ingest.getStateMachineArn())));
        pipeline.addToRolePolicy(statement(
                List.of("states:DescribeExecution", "states:StopExecution"), List.of(executions(ingest, ":*"))));
        pipeline.addToRolePolicy(statement(
                List.of("events:PutTargets", "events:PutRule", "events:DescribeRule"),
                List.of(Stack.of(this)
                        .formatArn(ArnComponents.builder()
                                .service("events")
                                .resource("rule")
                                .resourceName(NESTED_EXECUTION_RULE)
                                .build()))));
    }

    private String executions(StateMachine machine, String which) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("states")
                        .resource("execution")
                        .resourceName(machine.getStateMachineName() + which)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }

    private static PolicyStatement statement(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .build();
    }

    StateMachine ingest() {
        return ingest;
    }

    StateMachine pipeline() {
        return pipeline;
    }
}
