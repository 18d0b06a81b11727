package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The one bucket. It outlives the stack. */
final class DataBucket extends Construct {

    private final Bucket bucket;

    DataBucket(Construct scope, String id) {
        super(scope, id);
        bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .abortIncompleteMultipartUploadAfter(Duration.days(7))
                        .noncurrentVersionExpiration(Duration.days(90))
                        .build()))
                .build();
        sendEventsToEventBridge();
    }

    /** By the plain resource: the construct's own switch would add a custom resource in Python. */
    private void sendEventsToEventBridge() {
        if (bucket.getNode().getDefaultChild() instanceof CfnBucket plain) {
            plain.setNotificationConfiguration(CfnBucket.NotificationConfigurationProperty.builder()
                    .eventBridgeConfiguration(CfnBucket.EventBridgeConfigurationProperty.builder()
                            .eventBridgeEnabled(true)
                            .build())
                    .build());
        } else {
            throw new IllegalStateException("a bucket is no longer made of one CfnBucket");
        }
    }

    Bucket bucket() {
        return bucket;
    }
}
