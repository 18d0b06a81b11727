package io.payscope.infra;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/** Functions, state machines, and what starts them. */
final class PipelineStack extends Stack {

    private static final String TRIGGERS = "AWSCDK.TriggerCustomResourceProviderCustomResourceProvider";

    private final FunctionSettings settings;
    private final StageFunctions functions;
    private final StateMachines machines;
    private final UploadTrigger uploads;

    PipelineStack(
            Construct scope,
            DeploymentContext context,
            Path repository,
            StorageStack storage,
            @Nullable DataStack data) {
        super(scope, context.stackName("Pipeline"), StackProps.builder().build());
        StoreAccess stores = data == null ? new GivenAccess(this, context.kaggle()) : new DataAccess(this, data);
        settings = new FunctionSettings(this, stores, storage.bucket());
        FunctionPackages packages = new FunctionPackages(this, repository, context.nativeImages());
        functions = new StageFunctions(this, "Functions", context, settings, packages, storage);
        machines = new StateMachines(this, "StateMachines", repository, context, functions, storage);
        uploads = new UploadTrigger(this, "UploadTrigger", storage.bucket(), machines.ingest());
        if (context.migrate()) {
            migrateOnDeploy();
        }
        output("PipelineArn", machines.pipeline().getStateMachineArn());
        output("IngestArn", machines.ingest().getStateMachineArn());
        output(
                "MigrateStoresFunction",
                functions.of(Stage.MIGRATE_STORES).alias().getFunctionArn());
    }

    /** Runs with every new version of the function; the deployment fails and rolls back where it fails. */
    private void migrateOnDeploy() {
        Trigger.Builder.create(this, "MigrateStoresOnDeploy")
                .handler(functions.of(Stage.MIGRATE_STORES).function())
                .timeout(Duration.minutes(10))
                .build();
        String reason = "CDK's own provider of triggers, which calls migrate-stores alone; its code is not ours.";
        Suppressions.acceptAt(this, TRIGGERS, "AwsSolutions-IAM4", "AWSLambdaBasicExecutionRole$", reason);
        Suppressions.acceptAt(this, TRIGGERS, "AwsSolutions-IAM5", "^Resource::<FunctionsMigrateStores", reason);
        Suppressions.acceptAt(this, TRIGGERS, "AwsSolutions-L1", "", reason);
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name + "Output").key(name).value(value).build();
    }

    FunctionSettings settings() {
        return settings;
    }

    StageFunctions functions() {
        return functions;
    }

    StateMachines machines() {
        return machines;
    }

    UploadTrigger uploads() {
        return uploads;
    }
}
