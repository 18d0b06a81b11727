package io.payscope.infra;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** One Lambda a stage, each with a role of its own that reads the bucket and writes below its prefixes only. */
final class StageFunctions extends Construct {

    private static final String HANDLER =
            "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";

    /** Deleting leaves the former versions: a function cannot destroy what it did not write. */
    private static final List<String> WRITE = List.of("s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject");

    private final Map<Stage, Function> functions = new EnumMap<>(Stage.class);

    StageFunctions(Construct scope, String id, FunctionSettings settings, FunctionPackages packages, IBucket bucket) {
        super(scope, id);
        for (Stage stage : Stage.values()) {
            Function function = create(stage, settings, packages);
            allow(stage, function, bucket);
            functions.put(stage, function);
        }
    }

    /** @return the stage's Lambda */
    Function of(Stage stage) {
        Function function = functions.get(stage);
        if (function == null) {
            throw new IllegalStateException("no function for " + stage);
        }
        return function;
    }

    private Function create(Stage stage, FunctionSettings settings, FunctionPackages packages) {
        Map<String, String> environment = new HashMap<>(settings.environment(stage.needs()));
        environment.put("MAIN_CLASS", stage.mainClass());
        return Function.Builder.create(this, stage.title())
                .description("PayScope " + stage.module())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .handler(HANDLER)
                .code(packages.of(stage))
                .memorySize(stage.size().memory)
                .timeout(Duration.seconds(stage.size().seconds))
                .ephemeralStorageSize(Size.mebibytes(stage.size().disk))
                .environment(environment)
                .logGroup(LogGroup.Builder.create(this, stage.title() + "Logs")
                        .retention(RetentionDays.THREE_MONTHS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build())
                .build();
    }

    private static void allow(Stage stage, Function function, IBucket bucket) {
        if (stage.needs().contains(Need.OBJECTS)) {
            bucket.grantRead(function);
            for (String prefix : stage.writtenPrefixes()) {
                function.addToRolePolicy(PolicyStatement.Builder.create()
                        .actions(WRITE)
                        .resources(List.of(bucket.arnForObjects(prefix + "*")))
                        .build());
            }
        }
    }
}
