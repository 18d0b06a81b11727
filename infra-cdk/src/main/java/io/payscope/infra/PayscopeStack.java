package io.payscope.infra;

import java.nio.file.Path;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Everything but the stores, which are named by parameters. Account and region are those of whoever deploys. */
final class PayscopeStack extends Stack {

    /**
     * Puts the constructs together.
     *
     * @param scope the app
     * @param id name of the stack
     * @param repository root of the repository, where definitions and packages are
     */
    PayscopeStack(Construct scope, String id, Path repository) {
        super(scope, id);
        DataBucket data = new DataBucket(this, "Data");
        FunctionSettings settings = new FunctionSettings(this, "Settings", data.bucket());
        FunctionPackages packages = new FunctionPackages(this, repository);
        StageFunctions functions = new StageFunctions(this, "Functions", settings, packages, data.bucket());
        StateMachines machines = new StateMachines(this, "StateMachines", repository, functions, data.bucket());
        new UploadTrigger(this, "UploadTrigger", data.bucket(), machines.ingest());
        AdminApi api = new AdminApi(this, "AdminApi", functions.of(Stage.API_ADMIN), settings);
        output("DataBucket", data.bucket().getBucketName());
        output("PipelineArn", machines.pipeline().getStateMachineArn());
        output("IngestArn", machines.ingest().getStateMachineArn());
        output("AdminUrl", api.url());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name + "Output").key(name).value(value).build();
    }
}
