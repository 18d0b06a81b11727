package io.payscope.cli.aws;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The executions of the ingest state machine. An upload's execution is the one whose input is the event about its key
 * and that was not there before the upload. Not thread-safe.
 */
public final class Ingests implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Executions come newest first, so an upload's is on the first page unless thousands start with it. */
    private static final int MAX_LISTED = 2_000;

    private final SfnClient client;
    private final String stateMachine;
    private final Set<String> others = new HashSet<>();

    private Ingests(SfnClient client, String stateMachine) {
        this.client = client;
        this.stateMachine = stateMachine;
        this.others.addAll(arns());
    }

    /**
     * Finds the state machine and remembers the executions that are there now.
     *
     * @param endpoint Step Functions or what speaks its protocol, or null for what AWS_ENDPOINT_URL_SFN says, or AWS
     * @param region of AWS, or null for the usual variables and files
     * @param stateMachine its ARN, or null for the only one whose name has "ingest" in it
     * @throws ConfigFault if there is none or several
     */
    public static Ingests open(@Nullable URI endpoint, @Nullable String region, @Nullable String stateMachine) {
        Endpoints.useRegion(region);
        URI url = Endpoints.of(endpoint, "AWS_ENDPOINT_URL_SFN");
        SfnClientBuilder builder = SfnClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        if (url != null) {
            builder.endpointOverride(url).region(Region.US_EAST_1);
        }
        SfnClient client = call("reaching Step Functions", builder::build);
        try {
            return new Ingests(client, stateMachine == null ? find(client) : stateMachine);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static String find(SfnClient client) {
        List<StateMachineListItem> all =
                call("listing state machines", () -> client.listStateMachinesPaginator().stateMachines().stream()
                        .toList());
        List<String> found = all.stream()
                .filter(machine -> machine.name().toLowerCase(Locale.ROOT).contains("ingest"))
                .map(StateMachineListItem::stateMachineArn)
                .toList();
        if (found.size() != 1) {
            throw new ConfigFault("expected one state machine with 'ingest' in its name, found " + found
                    + ": name it by --state-machine ARN");
        }
        return found.getFirst();
    }

    /**
     * Looks for the execution that an upload started.
     *
     * @return its ARN, or empty if it has not started yet
     */
    public Optional<String> startedFor(String bucket, String key) {
        for (String arn : arns()) {
            if (!others.contains(arn)) {
                others.add(arn);
                String input = describe(arn).input();
                JsonNode detail = JSON.readTree(input == null ? "{}" : input).path("detail");
                if (detail.path("bucket").path("name").asString("").equals(bucket)
                        && detail.path("object").path("key").asString("").equals(key)) {
                    return Optional.of(arn);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> arns() {
        return call("listing the executions of " + stateMachine, () -> {
            List<String> arns = new ArrayList<>();
            for (ExecutionListItem execution : client.listExecutionsPaginator(
                            request -> request.stateMachineArn(stateMachine))
                    .executions()) {
                if (arns.size() == MAX_LISTED) {
                    break;
                }
                arns.add(execution.executionArn());
            }
            return arns;
        });
    }

    /** @return how an execution ended, or empty while it runs */
    public Optional<IngestEnd> end(String arn) {
        DescribeExecutionResponse execution = describe(arn);
        if (execution.status() == ExecutionStatus.RUNNING || execution.status() == ExecutionStatus.PENDING_REDRIVE) {
            return Optional.empty();
        }
        JsonNode output = JSON.readTree(execution.output() == null ? "{}" : execution.output());
        return Optional.of(IngestEnd.of(arn, execution.statusAsString(), output, execution.error(), execution.cause()));
    }

    private DescribeExecutionResponse describe(String arn) {
        return call("describing " + arn, () -> client.describeExecution(request -> request.executionArn(arn)));
    }

    private static <T> T call(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            if (e.retryable()) {
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
