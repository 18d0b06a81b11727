package io.payscope.runner.asl;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The cases of the corpus that stand alone, put to a Step Functions service through its API: this runner's front,
 * LocalStack, or AWS.
 */
public final class ServiceCorpus {

    private static final int LONGEST_SECONDS = 30;
    private static final Set<String> SURROUNDINGS =
            Set.of("children", "lambdas", "objects", "substitutions", "sleeps", "refused");
    private static final List<String> ELSEWHERE =
            List.of("\"Wait\"", "arn:aws:states:::", "$now", "$millis", "$states.context");

    private final SfnClient client;
    private int runs;

    /** @param client of the service */
    public ServiceCorpus(SfnClient client) {
        this.client = client;
    }

    /** Whether a case needs no functions, objects or other state machines, no time, and no names that a service gives. */
    private static boolean standsAlone(CorpusCase one) {
        String definition = Json.write(one.part("definition"));
        return SURROUNDINGS.stream().allMatch(field -> one.part(field) == null)
                && ELSEWHERE.stream().noneMatch(definition::contains);
    }

    /**
     * Runs every case that stands alone and compares status, output and error.
     *
     * @return how many there were
     */
    public int run() throws IOException, URISyntaxException {
        List<CorpusCase> cases =
                CorpusCase.all().filter(ServiceCorpus::standsAlone).toList();
        for (CorpusCase one : cases) {
            check(one, ended(one));
        }
        return cases.size();
    }

    private DescribeExecutionResponse ended(CorpusCase one) {
        Object definition = one.part("definition");
        String text = definition instanceof String raw ? raw : Json.write(definition);
        String name = "corpus-" + ++runs;
        String machine = client.createStateMachine(
                        r -> r.name(name).definition(text).roleArn("arn:aws:iam::000000000000:role/corpus"))
                .stateMachineArn();
        String execution = client.startExecution(r ->
                        r.stateMachineArn(machine).input(Json.write(one.one().get("input"))))
                .executionArn();
        Instant limit = Instant.now().plusSeconds(LONGEST_SECONDS);
        DescribeExecutionResponse found = client.describeExecution(r -> r.executionArn(execution));
        while (found.status() == ExecutionStatus.RUNNING && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
            found = client.describeExecution(r -> r.executionArn(execution));
        }
        client.deleteStateMachine(r -> r.stateMachineArn(machine));
        return found;
    }

    private static void check(CorpusCase one, DescribeExecutionResponse found) {
        assertThat(found.statusAsString())
                .as(one.name() + ": " + found)
                .isEqualTo(one.one().get("status"));
        if (one.one().containsKey("output")) {
            assertThat(Json.write(Json.parse(found.output())))
                    .as(one.name())
                    .isEqualTo(Json.write(one.one().get("output")));
        }
        if (one.one().get("error") instanceof String error) {
            assertThat(found.error()).as(one.name()).isEqualTo(error);
        }
    }
}
