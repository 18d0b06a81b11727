package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@NodeRequired
class UploadTriggerTest {

    @Test
    void uploadsStartTheIngestMachine() {
        Map<String, Object> rule = Synthesised.resource("pipeline", "AWS::Events::Rule", "UploadTrigger");
        Object pattern = Synthesised.at(rule, "Properties", "EventPattern");
        List<?> targets = Synthesised.list(Synthesised.at(rule, "Properties", "Targets"));

        assertThat(Synthesised.at(pattern, "source")).isEqualTo(List.of("aws.s3"));
        assertThat(Synthesised.at(pattern, "detail-type")).isEqualTo(List.of("Object Created"));
        assertThat(Synthesised.at(pattern, "detail", "object", "key")).isEqualTo(List.of(Map.of("prefix", "uploads/")));
        assertThat(targets).hasSize(1);
        assertThat(Synthesised.at(targets.getFirst(), "Arn").toString()).contains("StateMachinesIngest");
        assertThat(Synthesised.at(targets.getFirst(), "DeadLetterConfig", "Arn").toString())
                .contains("UploadTriggerFailed");
        assertThat(Synthesised.at(targets.getFirst(), "RetryPolicy", "MaximumRetryAttempts"))
                .isEqualTo(24);
    }

    @Test
    void whatCouldNotBeStartedIsKeptForTwoWeeks() {
        Map<String, Object> queue = Synthesised.resource("pipeline", "AWS::SQS::Queue", "UploadTriggerFailed");

        assertThat(Synthesised.at(queue, "Properties", "MessageRetentionPeriod"))
                .isEqualTo(1_209_600);
        assertThat(Synthesised.at(queue, "Properties", "SqsManagedSseEnabled")).isEqualTo(true);
    }
}
