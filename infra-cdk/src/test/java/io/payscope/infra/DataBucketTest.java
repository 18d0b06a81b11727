package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NodeRequired
class DataBucketTest {

    @Test
    void bucketIsPrivateVersionedAndSendsEvents() {
        Synthesised.template().resourceCountIs("AWS::S3::Bucket", 1);
        Synthesised.template()
                .hasResource(
                        "AWS::S3::Bucket",
                        Map.of(
                                "DeletionPolicy",
                                "Retain",
                                "Properties",
                                Match.objectLike(Map.of(
                                        "PublicAccessBlockConfiguration",
                                                Map.of(
                                                        "BlockPublicAcls", true,
                                                        "BlockPublicPolicy", true,
                                                        "IgnorePublicAcls", true,
                                                        "RestrictPublicBuckets", true),
                                        "VersioningConfiguration", Map.of("Status", "Enabled"),
                                        "NotificationConfiguration",
                                                Map.of(
                                                        "EventBridgeConfiguration",
                                                        Map.of("EventBridgeEnabled", true))))));
    }

    @Test
    void callsWithoutTlsAreDenied() {
        Synthesised.template()
                .hasResourceProperties(
                        "AWS::S3::BucketPolicy",
                        Map.of(
                                "PolicyDocument",
                                Match.objectLike(Map.of(
                                        "Statement",
                                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                                "Effect", "Deny",
                                                "Action", "s3:*",
                                                "Condition",
                                                        Map.of("Bool", Map.of("aws:SecureTransport", "false"))))))))));
    }

    @Test
    void nothingOfTheStackIsACustomResource() {
        List<String> types = ((Map<?, ?>) Synthesised.at(Synthesised.template().toJSON(), "Resources"))
                .values().stream()
                        .map(resource -> Synthesised.at(resource, "Type").toString())
                        .toList();

        assertThat(types).isNotEmpty().noneMatch(type -> type.contains("Custom"));
        assertThat(Synthesised.resources("AWS::Lambda::Function")).hasSize(Stage.values().length);
    }
}
