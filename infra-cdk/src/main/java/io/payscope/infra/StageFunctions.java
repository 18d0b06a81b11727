package io.payscope.infra;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** One Lambda a stage, each with a role of its own, called by an alias of its published version. */
final class StageFunctions extends Construct {

    private static final String INVOKER =
            "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";

    private final DeploymentContext context;
    private final FunctionSettings settings;
    private final Map<Stage, StageFunction> functions = new EnumMap<>(Stage.class);

    StageFunctions(
            Construct scope,
            String id,
            DeploymentContext context,
            FunctionSettings settings,
            FunctionPackages packages,
            StorageStack storage) {
        super(scope, id);
        this.context = context;
        this.settings = settings;
        for (Stage stage : Stage.values()) {
            Function function = create(stage, packages, storage);
            if (stage.needs().contains(Need.LEDGER) && !stage.needs().contains(Need.LEDGER_OWNER)) {
                settings.stores().allowLogin(function);
            }
            Alias alias = Alias.Builder.create(this, stage.title() + "Live")
                    .aliasName("live")
                    .version(function.getCurrentVersion())
                    .build();
            functions.put(stage, new StageFunction(function, alias));
        }
    }

    /** @return the stage's Lambda */
    StageFunction of(Stage stage) {
        StageFunction function = functions.get(stage);
        if (function == null) {
            throw new IllegalStateException("no function for " + stage);
        }
        return function;
    }

    private Function create(Stage stage, FunctionPackages packages, StorageStack storage) {
        LogGroup log = LogGroup.Builder.create(this, stage.title() + "Logs")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Map<String, String> environment = new HashMap<>(settings.environment(stage.needs()));
        environment.put("MAIN_CLASS", stage.mainClass());
        String model = stage == Stage.API_QUESTIONS ? DeploymentContext.text(getNode(), "bedrockModel", "") : "";
        if (!model.isEmpty()) {
            environment.put("PAYSCOPE_BEDROCK_MODEL", model);
        }
        Function.Builder function = Function.Builder.create(this, stage.title())
                .description("PayScope " + stage.module() + ", secrets " + context.secretsGeneration())
                .runtime(context.nativeImages() ? Runtime.PROVIDED_AL2023 : Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .handler(context.nativeImages() ? "bootstrap" : INVOKER)
                .code(packages.of(stage))
                .role(new StageRole(this, stage, settings, storage, log).role())
                .memorySize(DeploymentContext.number(
                        getNode(), "memory." + stage.module(), Integer.toString(stage.size().memory)))
                .timeout(Duration.seconds(stage.size().seconds))
                .ephemeralStorageSize(Size.mebibytes(stage.size().disk))
                .environment(environment)
                .tracing(Tracing.ACTIVE)
                .logGroup(log);
        if (stage.snapStart() && !context.nativeImages()) {
            function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        int reserved = DeploymentContext.number(getNode(), "reserved." + stage.module(), "0");
        if (reserved > 0) {
            function.reservedConcurrentExecutions(reserved);
        }
        DataStack network = settings.stores().network();
        if (network != null && StageRole.inNetwork(stage, settings)) {
            function.vpc(network.vpc())
                    .vpcSubnets(SubnetSelection.builder()
                            .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                            .build())
                    .securityGroups(List.of(network.functions()));
        }
        Function built = function.build();
        if (!model.isEmpty()) {
            built.addToRolePolicy(PolicyStatement.Builder.create()
                    .actions(List.of("bedrock:InvokeModel"))
                    .resources(List.of(modelArn(model)))
                    .build());
        }
        return built;
    }

    /** @return the ARN that was given, such as an inference profile's, or that of the region's foundation model */
    private String modelArn(String model) {
        return model.startsWith("arn:")
                ? model
                : Stack.of(this)
                        .formatArn(ArnComponents.builder()
                                .service("bedrock")
                                .account("")
                                .resource("foundation-model")
                                .resourceName(model)
                                .build());
    }
}
