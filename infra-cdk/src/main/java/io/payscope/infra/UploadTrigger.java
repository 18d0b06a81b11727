package io.payscope.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.stepfunctions.IStateMachine;
import software.constructs.Construct;

/** Starts an ingest execution for every object below uploads/. What could not be started waits in a queue. */
final class UploadTrigger extends Construct {

    private final Queue failed;

    UploadTrigger(Construct scope, String id, IBucket bucket, IStateMachine ingest) {
        super(scope, id);
        failed = Queue.Builder.create(this, "Failed")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        Rule.Builder.create(this, "Rule")
                .description("An upload arrived")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created"))
                        .detail(Map.of(
                                "bucket", Map.of("name", List.of(bucket.getBucketName())),
                                "object", Map.of("key", List.of(Map.of("prefix", "uploads/")))))
                        .build())
                .targets(List.of(SfnStateMachine.Builder.create(ingest)
                        .deadLetterQueue(failed)
                        .retryAttempts(24)
                        .maxEventAge(Duration.hours(24))
                        .build()))
                .build();
        Suppressions.accept(failed, "AwsSolutions-SQS3", "It is the dead letter queue.");
    }

    Queue failed() {
        return failed;
    }
}
