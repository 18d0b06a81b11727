package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NodeRequired
class UploadTriggerTest {

    @Test
    void uploadsStartTheIngestMachine() {
        Synthesised.template()
                .hasResourceProperties(
                        "AWS::Events::Rule",
                        Match.objectLike(Map.of(
                                "EventPattern",
                                Match.objectLike(Map.of(
                                        "source", List.of("aws.s3"),
                                        "detail-type", List.of("Object Created"),
                                        "detail",
                                                Match.objectLike(Map.of(
                                                        "object",
                                                        Map.of("key", List.of(Map.of("prefix", "uploads/"))))))))));
        Map<String, Object> rule =
                Synthesised.resources("AWS::Events::Rule").values().iterator().next();
        List<?> targets = Synthesised.list(Synthesised.at(rule, "Properties", "Targets"));

        assertThat(targets).hasSize(1);
        assertThat(Synthesised.at(targets.getFirst(), "Arn").toString()).contains("StateMachinesIngest");
        assertThat(Synthesised.at(targets.getFirst(), "DeadLetterConfig", "Arn").toString())
                .contains("UploadTriggerFailed");
    }

    @Test
    void whatCouldNotBeStartedIsKeptForTwoWeeks() {
        Synthesised.template()
                .hasResourceProperties(
                        "AWS::SQS::Queue", Map.of("MessageRetentionPeriod", 1_209_600, "SqsManagedSseEnabled", true));
        Synthesised.template().resourceCountIs("AWS::SQS::QueuePolicy", 1);
    }
}
