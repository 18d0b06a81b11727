package io.payscope.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/**
 * The five stacks. Account and region are those of whoever deploys.
 *
 * @param storage buckets and key
 * @param data network, ledger and secrets; null where existing stores are used
 * @param pipeline functions and state machines
 * @param api the HTTP API
 * @param observability alarms, dashboard and budget
 */
record PayscopeStacks(
        StorageStack storage,
        @Nullable DataStack data,
        PipelineStack pipeline,
        ApiStack api,
        ObservabilityStack observability) {

    /**
     * Makes the stacks and has cdk-nag look at them.
     *
     * @param app whose context the choices are taken from
     * @param repository root of the repository, where definitions and packages are
     */
    static PayscopeStacks of(App app, Path repository) {
        DeploymentContext context = DeploymentContext.from(app.getNode());
        StorageStack storage = new StorageStack(app, context);
        DataStack data = context.data() ? new DataStack(app, context) : null;
        PipelineStack pipeline = new PipelineStack(app, context, repository, storage, data);
        ApiStack api = new ApiStack(app, context, pipeline);
        ObservabilityStack observability = new ObservabilityStack(app, context, pipeline, api);
        Aspects.of(app).add(new AwsSolutionsChecks());
        return new PayscopeStacks(storage, data, pipeline, api, observability);
    }

    /** @return those that are made */
    List<Stack> all() {
        return Stream.<@Nullable Stack>of(storage, data, pipeline, api, observability)
                .<Stack>mapMulti((stack, made) -> {
                    if (stack != null) {
                        made.accept(stack);
                    }
                })
                .toList();
    }
}
