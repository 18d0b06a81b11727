package io.payscope.infra;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The environment of the functions. Addresses are parameters of the stack; passwords and keys lie in one secret, by
 * the names used here, and never in the template. Credentials for Kaggle are a secret of their own, which need not be:
 * without it public datasets can be downloaded and competitions cannot.
 */
final class FunctionSettings extends Construct {

    private static final String PREFIX = "PAYSCOPE_";

    private final IBucket bucket;
    private final ISecret secret;
    private final ISecret kaggle;
    private final CfnCondition hasKaggle;
    private final Map<String, CfnParameter> parameters = new HashMap<>();

    FunctionSettings(Construct scope, String id, IBucket bucket) {
        super(scope, id);
        this.bucket = bucket;
        CfnParameter secretName = CfnParameter.Builder.create(this, "StoreAccess")
                .description(
                        "Name of the secret with ledgerPassword, ledgerOwnerPassword, graphPassword, vectorsApiKey")
                .defaultValue("payscope/stores")
                .build();
        secretName.overrideLogicalId("StoreAccess");
        this.secret = Secret.fromSecretNameV2(this, "StoreSecret", secretName.getValueAsString());
        CfnParameter kaggleName = CfnParameter.Builder.create(this, "KaggleAccess")
                .description("Name of the secret with token, username, key for Kaggle, unused ones empty; or nothing")
                .defaultValue("")
                .build();
        kaggleName.overrideLogicalId("KaggleAccess");
        this.kaggle = Secret.fromSecretNameV2(this, "KaggleSecret", kaggleName.getValueAsString());
        this.hasKaggle = CfnCondition.Builder.create(this, "HasKaggleAccess")
                .expression(Fn.conditionNot(Fn.conditionEquals(kaggleName.getValueAsString(), "")))
                .build();
        parameter("LEDGER_URL", "LedgerUrl", "JDBC URL of PostgreSQL through the AWS wrapper");
        parameter("LEDGER_USER", "LedgerUser", "Role that the functions log in as");
        parameter("LEDGER_OWNER_USER", "LedgerOwnerUser", "Role that owns the schema");
        parameter("GRAPH_URI", "GraphUri", "Bolt URI of Neo4j");
        parameter("JWKS_URL", "JwksUrl", "Where the public keys of the token issuer are");
        parameter("JWT_ISSUER", "JwtIssuer", "Issuer that tokens must name");
        parameter("JWT_AUDIENCE", "JwtAudience", "Audience that tokens must name");
    }

    private void parameter(String setting, String name, String meaning) {
        CfnParameter parameter =
                CfnParameter.Builder.create(this, name).description(meaning).build();
        parameter.overrideLogicalId(name);
        parameters.put(setting, parameter);
    }

    /** @return what a deployer gives for the setting */
    String given(String setting) {
        CfnParameter parameter = parameters.get(setting);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter gives " + setting);
        }
        return parameter.getValueAsString();
    }

    /** @return environment variables that satisfy the needs, and no other */
    Map<String, String> environment(Set<Need> needs) {
        Map<String, String> environment = new HashMap<>();
        for (Need need : needs) {
            add(need, environment);
        }
        return environment;
    }

    private void add(Need need, Map<String, String> environment) {
        switch (need) {
            case OBJECTS -> environment.put(PREFIX + "BUCKET", bucket.getBucketName());
            case LEDGER -> {
                addGiven(environment, "LEDGER_URL", "LEDGER_USER");
                environment.put(PREFIX + "LEDGER_PASSWORD", secret("ledgerPassword"));
            }
            case LEDGER_OWNER -> {
                addGiven(environment, "LEDGER_URL", "LEDGER_OWNER_USER");
                environment.put(PREFIX + "LEDGER_OWNER_PASSWORD", secret("ledgerOwnerPassword"));
            }
            case GRAPH -> {
                addGiven(environment, "GRAPH_URI");
                environment.put(PREFIX + "GRAPH_PASSWORD", secret("graphPassword"));
            }
            case VECTORS -> environment.put(PREFIX + "VECTORS_API_KEY", secret("vectorsApiKey"));
            case TOKENS -> addGiven(environment, "JWKS_URL", "JWT_ISSUER", "JWT_AUDIENCE");
            case KAGGLE -> {
                environment.put("KAGGLE_API_TOKEN", ifKaggle("token"));
                environment.put("KAGGLE_USERNAME", ifKaggle("username"));
                environment.put("KAGGLE_KEY", ifKaggle("key"));
            }
        }
    }

    private void addGiven(Map<String, String> environment, String... settings) {
        for (String setting : settings) {
            environment.put(PREFIX + setting, given(setting));
        }
    }

    /** The official client's variables keep its names; empty ones count as absent. */
    private String ifKaggle(String field) {
        String value = kaggle.secretValueFromJson(field).unsafeUnwrap();
        return Fn.conditionIf(hasKaggle.getLogicalId(), value, "").toString();
    }

    /** A reference that CloudFormation resolves when it deploys; the value is never in the template. */
    private String secret(String field) {
        return secret.secretValueFromJson(field).unsafeUnwrap();
    }
}
