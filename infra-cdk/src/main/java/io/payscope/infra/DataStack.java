package io.payscope.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The ledger with its network, and the secrets of the stores elsewhere. Neo4j, Pinecone and Kaggle are reached through
 * NAT. The functions log in to the proxy by IAM; the proxy logs in to the database by a secret. Every loading
 * transaction has a temporary table, which pins its connection, so the proxy may use nearly all connections.
 */
final class DataStack extends Stack {

    static final String DATABASE = "payscope";
    static final String APP_ROLE = "payscope_app";
    static final String OWNER_ROLE = "payscope_owner";

    private final Vpc vpc;
    private final SecurityGroup functions;
    private final DatabaseInstance database;
    private final DatabaseProxy proxy;
    private final ISecret owner;
    private final ISecret app;
    private final ISecret graph;
    private final ISecret vectors;
    private final ISecret kaggle;

    DataStack(Construct scope, DeploymentContext context) {
        super(scope, context.stackName("Data"), StackProps.builder().build());
        vpc = network(context);
        functions = group("Functions", "Functions that use the ledger", true);
        SecurityGroup inFront = group("ProxyGroup", "RDS Proxy", true);
        SecurityGroup behind = group("DatabaseGroup", "PostgreSQL", false);
        Port port = Port.tcp(5432);
        inFront.addIngressRule(functions, port, "functions to proxy");
        behind.addIngressRule(inFront, port, "proxy to database");
        behind.addIngressRule(functions, port, "migrate-stores to database");

        owner = DatabaseSecret.Builder.create(this, "LedgerOwner")
                .username(OWNER_ROLE)
                .build();
        app = DatabaseSecret.Builder.create(this, "LedgerApp")
                .username(APP_ROLE)
                .build();
        database = database(context, behind);
        proxy = DatabaseProxy.Builder.create(this, "Proxy")
                .proxyTarget(ProxyTarget.fromInstance(database))
                .secrets(List.of(app))
                .vpc(vpc)
                .vpcSubnets(isolated())
                .securityGroups(List.of(inFront))
                .iamAuth(true)
                .requireTls(true)
                .maxConnectionsPercent(90)
                .maxIdleConnectionsPercent(30)
                .borrowTimeout(Duration.seconds(30))
                .idleClientTimeout(Duration.minutes(15))
                .build();
        graph = toFillIn("Graph", "Neo4j", Map.of("password", ""));
        vectors = toFillIn("Vectors", "Pinecone", Map.of("apiKey", ""));
        kaggle = toFillIn("Kaggle", "Kaggle; unused fields stay empty", Map.of("token", "", "username", "", "key", ""));
        acceptFindings(context);
        output("GraphSecret", graph.getSecretArn());
        output("VectorsSecret", vectors.getSecretArn());
        output("KaggleSecret", kaggle.getSecretArn());
        output("ProxyEndpoint", proxy.getEndpoint());
        output("LedgerInstance", database.getInstanceIdentifier());
    }

    private Vpc network(DeploymentContext context) {
        LogGroup flows = LogGroup.Builder.create(this, "FlowLog")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Vpc network = Vpc.Builder.create(this, "Network")
                .maxAzs(2)
                .natGateways(context.natGateways())
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        subnets("public", SubnetType.PUBLIC),
                        subnets("functions", SubnetType.PRIVATE_WITH_EGRESS),
                        subnets("database", SubnetType.PRIVATE_ISOLATED)))
                .gatewayEndpoints(Map.of(
                        "Objects",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build()))
                .build();
        network.addFlowLog(
                "Flows",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(flows))
                        .build());
        return network;
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(22)
                .build();
    }

    private SecurityGroup group(String id, String description, boolean outbound) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(outbound)
                .build();
    }

    private DatabaseInstance database(DeploymentContext context, SecurityGroup group) {
        return DatabaseInstance.Builder.create(this, "Ledger")
                .engine(DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
                        .version(PostgresEngineVersion.VER_17)
                        .build()))
                .instanceType(new InstanceType(context.dbInstanceClass()))
                .credentials(Credentials.fromSecret(owner))
                .databaseName(DATABASE)
                .vpc(vpc)
                .vpcSubnets(isolated())
                .securityGroups(List.of(group))
                .multiAz(context.multiAz())
                .allocatedStorage(context.dbStorageGib())
                .maxAllocatedStorage(4 * context.dbStorageGib())
                .storageEncrypted(true)
                .iamAuthentication(true)
                .publiclyAccessible(false)
                .deletionProtection(context.retained())
                .removalPolicy(context.retained() ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY)
                .backupRetention(Duration.days(7))
                .copyTagsToSnapshot(true)
                .cloudwatchLogsExports(List.of("postgresql"))
                .build();
    }

    private static SubnetSelection isolated() {
        return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
    }

    /** A secret with empty fields: who deploys fills them in before the Pipeline stack is deployed. */
    private Secret toFillIn(String id, String where, Map<String, String> fields) {
        return Secret.Builder.create(this, id)
                .description("PayScope: credentials of " + where)
                .secretObjectValue(fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> SecretValue.unsafePlainText(field.getValue()))))
                .build();
    }

    private void acceptFindings(DeploymentContext context) {
        for (ISecret secret : List.of(graph, vectors, kaggle)) {
            Suppressions.accept(
                    secret, "AwsSolutions-SMG4", "Issued by another company, whose API offers no rotation; by hand.");
        }
        for (ISecret secret : List.of(owner, app)) {
            Suppressions.accept(
                    secret,
                    "AwsSolutions-SMG4",
                    "Generated, never shown and used from within the network only; rotated by hand (SECURITY.md).");
        }
        Suppressions.accept(
                database, "AwsSolutions-RDS11", "Reached from two security groups only: another port hides nothing.");
        if (!context.multiAz()) {
            Suppressions.accept(
                    database, "AwsSolutions-RDS3", "A choice by context (multiAz): backups are kept for a week.");
        }
        if (!context.retained()) {
            Suppressions.accept(
                    database, "AwsSolutions-RDS10", "A choice by context (removalPolicy=destroy) for trials.");
        }
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name + "Output").key(name).value(value).build();
    }

    /** @return JDBC URL of the proxy, for the functions: IAM tokens, and a certificate that Java trusts */
    String ledgerUrl() {
        return Fn.join(
                "",
                List.of(
                        "jdbc:aws-wrapper:postgresql://",
                        proxy.getEndpoint(),
                        ":5432/" + DATABASE + "?wrapperPlugins=iam&iamRegion=",
                        getRegion(),
                        "&sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"));
    }

    /** @return JDBC URL of the database itself, for the migration: the proxy has no business with the owner */
    String ownerUrl() {
        return Fn.join(
                "",
                List.of(
                        "jdbc:aws-wrapper:postgresql://",
                        database.getDbInstanceEndpointAddress(),
                        ":5432/" + DATABASE + "?sslmode=require"));
    }

    void allowLogin(IGrantable function) {
        proxy.grantConnect(function, APP_ROLE);
    }

    Vpc vpc() {
        return vpc;
    }

    SecurityGroup functions() {
        return functions;
    }

    ISecret owner() {
        return owner;
    }

    ISecret app() {
        return app;
    }

    ISecret graph() {
        return graph;
    }

    ISecret vectors() {
        return vectors;
    }

    ISecret kaggle() {
        return kaggle;
    }
}
