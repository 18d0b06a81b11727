package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The role of one stage: what it needs and no managed policy. Few delete: who does an effect anew forgets its former
 * result, who fetches raw files replaces what it fetched before, and the erasure of a bank leaves nothing. Each deletion
 * leaves the former version.
 */
final class StageRole {

    private static final List<String> WRITE = List.of("s3:PutObject", "s3:AbortMultipartUpload");
    private static final List<String> DELETE = List.of("s3:DeleteObject");

    private final Role role;

    StageRole(Construct scope, Stage stage, FunctionSettings settings, StorageStack storage, LogGroup log) {
        role = Role.Builder.create(scope, stage.title() + "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .description("PayScope " + stage.module())
                .build();
        allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(log.getLogGroupArn()));
        allow(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), List.of("*"));
        if (stage.needs().contains(Need.OBJECTS)) {
            allowObjects(stage, storage);
        }
        List<String> secrets = settings.secrets(stage.needs()).stream()
                .map(field -> field.secret().getSecretFullArn() == null
                        ? field.secret().getSecretArn() + "-??????"
                        : field.secret().getSecretArn())
                .distinct()
                .toList();
        if (!secrets.isEmpty()) {
            allow(List.of("secretsmanager:GetSecretValue"), secrets);
        }
        if (inNetwork(stage, settings)) {
            allow(
                    List.of(
                            "ec2:CreateNetworkInterface",
                            "ec2:DescribeNetworkInterfaces",
                            "ec2:DescribeSubnets",
                            "ec2:DeleteNetworkInterface",
                            "ec2:AssignPrivateIpAddresses",
                            "ec2:UnassignPrivateIpAddresses"),
                    List.of("*"));
        }
        acceptFindings();
    }

    /** @return whether the stage has to live where the ledger is */
    static boolean inNetwork(Stage stage, FunctionSettings settings) {
        return stage.needs().contains(Need.LEDGER) && settings.stores().network() != null;
    }

    private void allowObjects(Stage stage, StorageStack storage) {
        allow(List.of("s3:ListBucket"), List.of(storage.bucket().getBucketArn()));
        if (stage.readsObjects()) {
            allow(List.of("s3:GetObject"), List.of(storage.bucket().arnForObjects("*")));
            allow(
                    stage.writtenPrefixes().isEmpty()
                            ? List.of("kms:Decrypt")
                            : List.of("kms:Decrypt", "kms:GenerateDataKey"),
                    List.of(storage.key().getKeyArn()));
        }
        for (String prefix : stage.writtenPrefixes()) {
            allow(WRITE, List.of(storage.bucket().arnForObjects(prefix + "*")));
        }
        for (String prefix : stage.deletedPrefixes()) {
            allow(DELETE, List.of(storage.bucket().arnForObjects(ofAnyBank(prefix))));
        }
    }

    /** Raw files may lie in folders of their own, such as {@code raw/2026/bank=3/}. */
    private static String ofAnyBank(String prefix) {
        return prefix + (prefix.equals("raw/") ? "*bank=*" : "bank=*");
    }

    private void allow(List<String> actions, List<String> resources) {
        role.addToPolicy(PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .build());
    }

    private void acceptFindings() {
        Suppressions.acceptDetail(
                role,
                "AwsSolutions-IAM5",
                "^Resource::\\*$",
                "X-Ray and the network interfaces of a function know no resources.");
        Suppressions.acceptDetail(
                role,
                "AwsSolutions-IAM5",
                "^Resource::.+\\/(\\*?bank=)?\\*$",
                "Objects of one bucket, or below one of its prefixes: their keys are not known before.");
        Suppressions.acceptDetail(
                role,
                "AwsSolutions-IAM5",
                "^Resource::.+-\\?{6}$",
                "The six characters that Secrets Manager adds to the name of one secret.");
    }

    Role role() {
        return role;
    }
}
