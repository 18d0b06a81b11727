package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/** The bucket of the data, its key, and the bucket that records who read it. */
final class StorageStack extends Stack {

    private static final Duration A_WEEK = Duration.days(7);

    /** An erasure leaves former versions for that long: with the day that S3 takes, within 30 days (SECURITY.md). */
    static final Duration FORMER_VERSIONS = Duration.days(28);

    private final Key key;
    private final Bucket bucket;

    StorageStack(Construct scope, DeploymentContext context) {
        super(scope, context.stackName("Storage"), StackProps.builder().build());
        key = Key.Builder.create(this, "Key")
                .description("PayScope " + context.environment() + ": data at rest")
                .enableKeyRotation(true)
                .removalPolicy(context.removal())
                .build();
        Bucket log = accessLog(context);
        bucket = Bucket.Builder.create(this, "Data")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .enforceSsl(true)
                .versioned(true)
                .serverAccessLogsBucket(log)
                .serverAccessLogsPrefix("data/")
                .removalPolicy(context.removal())
                .lifecycleRules(lifecycle())
                .build();
        sendEventsToEventBridge();
        CfnOutput.Builder.create(this, "DataBucket")
                .value(bucket.getBucketName())
                .build();
        CfnOutput.Builder.create(this, "AccessLogBucket")
                .value(log.getBucketName())
                .build();
        CfnOutput.Builder.create(this, "DataKey").value(key.getKeyId()).build();
    }

    private Bucket accessLog(DeploymentContext context) {
        Bucket log = Bucket.Builder.create(this, "AccessLog")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .removalPolicy(context.removal())
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(365))
                        .noncurrentVersionExpiration(Duration.days(30))
                        .abortIncompleteMultipartUploadAfter(A_WEEK)
                        .build()))
                .build();
        Suppressions.accept(
                log, "AwsSolutions-S1", "It is the access log itself: logging its own writes would never end.");
        return log;
    }

    private static List<LifecycleRule> lifecycle() {
        return List.of(
                LifecycleRule.builder()
                        .id("old-versions-and-unfinished-uploads")
                        .abortIncompleteMultipartUploadAfter(A_WEEK)
                        .noncurrentVersionExpiration(FORMER_VERSIONS)
                        .expiredObjectDeleteMarker(true)
                        .build(),
                LifecycleRule.builder()
                        .id("raw-is-read-seldom")
                        .prefix("raw/")
                        .transitions(List.of(Transition.builder()
                                .storageClass(StorageClass.INFREQUENT_ACCESS)
                                .transitionAfter(Duration.days(60))
                                .build()))
                        .build());
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

    Key key() {
        return key;
    }
}
