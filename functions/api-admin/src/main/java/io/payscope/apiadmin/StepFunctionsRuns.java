package io.payscope.apiadmin;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.http.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/**
 * Starts executions of one state machine. Step Functions takes the same name and input again while it runs, and refuses
 * a name that was used otherwise; then the execution of that name tells whether its input was the same.
 */
final class StepFunctionsRuns implements RunStarter, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SfnClient client;
    private final String stateMachine;

    StepFunctionsRuns(SfnClient client, String stateMachine) {
        this.client = client;
        this.stateMachine = stateMachine;
    }

    /** Nothing is asked of it yet. */
    static RunStarter from(Settings settings) {
        String stateMachine = settings.get(Setting.PIPELINE_ARN);
        if (stateMachine.isEmpty()) {
            return (_, _) -> {
                throw new Refusal(409, "no pipeline is configured");
            };
        }
        SfnClientBuilder builder = SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TIMEOUT)
                        .socketTimeout(TIMEOUT));
        String endpoint = settings.get(Setting.STATES_ENDPOINT);
        if (!endpoint.isEmpty()) {
            // What stands in for Step Functions asks for a signature and for nothing that it could verify.
            builder.endpointOverride(URI.create(endpoint))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
        }
        return new StepFunctionsRuns(call("opening Step Functions", builder::build), stateMachine);
    }

    @Override
    public Started start(String name, String input) {
        String arn = stateMachine.replace(":stateMachine:", ":execution:") + ":" + name;
        return call("starting " + name, () -> before(arn, input).orElseGet(() -> start(name, arn, input)));
    }

    /** A start with equal input is answered like the first one while that runs: only looking first tells them apart. */
    private Optional<Started> before(String arn, String input) {
        try {
            String before = client.describeExecution(request -> request.executionArn(arn))
                    .input();
            return Optional.of(input.equals(before) ? Started.BEFORE : Started.OTHER_INPUT);
        } catch (ExecutionDoesNotExistException _) {
            return Optional.empty();
        }
    }

    private Started start(String name, String arn, String input) {
        try {
            client.startExecution(
                    request -> request.stateMachineArn(stateMachine).name(name).input(input));
            return Started.NEW;
        } catch (ExecutionAlreadyExistsException _) {
            return before(arn, input).orElse(Started.OTHER_INPUT);
        }
    }

    private static <T> T call(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            if (e.retryable() || e.getCause() instanceof IOException) {
                throw new TransientFault(doing + ": " + e.getMessage(), e);
            }
            throw new ConfigFault(doing + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
