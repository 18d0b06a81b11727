package io.payscope.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * The environment of the functions: addresses, and where secrets lie. No secret's value is among them, not even as a
 * reference that CloudFormation would resolve: functions read their secrets at their start.
 */
final class FunctionSettings {

    /** The variable that lists the secrets. */
    static final String SECRETS = "PAYSCOPE_SECRETS";

    private final StoreAccess stores;
    private final String bucket;
    private final Map<String, String> tokens;
    private final Secret confirmations;

    FunctionSettings(Construct stack, StoreAccess stores, IBucket bucket) {
        this.stores = stores;
        this.bucket = bucket.getBucketName();
        this.confirmations = confirmations(stack);
        this.tokens = Map.of(
                "PAYSCOPE_JWKS_URL", Parameters.add(stack, "JwksUrl", "Where the public keys of the token issuer are"),
                "PAYSCOPE_JWT_ISSUER",
                        Parameters.addHttps(
                                stack,
                                "JwtIssuer",
                                "Issuer that tokens must name; API Gateway reads its discovery document"),
                "PAYSCOPE_JWT_AUDIENCE", Parameters.add(stack, "JwtAudience", "Audience that tokens must name"));
    }

    /** All instances of a function have to agree on it: an erasure's two calls may meet two of them. */
    private static Secret confirmations(Construct stack) {
        Secret secret = Secret.Builder.create(stack, "Confirmations")
                .description("PayScope: signs confirmations of erasures")
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{}")
                        .generateStringKey("key")
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Suppressions.accept(
                secret, "AwsSolutions-SMG4", "Generated, never shown; what it signs is good for ten minutes.");
        return secret;
    }

    StoreAccess stores() {
        return stores;
    }

    /** @return the issuer that tokens must name */
    String issuer() {
        return String.valueOf(tokens.get("PAYSCOPE_JWT_ISSUER"));
    }

    /** @return the audience that tokens must name */
    String audience() {
        return String.valueOf(tokens.get("PAYSCOPE_JWT_AUDIENCE"));
    }

    /** @return secrets that satisfy the needs, and no other */
    List<SecretField> secrets(Set<Need> needs) {
        List<SecretField> secrets = new ArrayList<>();
        needs.forEach(need -> secrets.addAll(stores.secrets(need)));
        if (needs.contains(Need.ERASURE)) {
            secrets.add(new SecretField("PAYSCOPE_CONFIRMATION_KEY", confirmations, "key"));
        }
        return secrets;
    }

    /** @return environment variables that satisfy the needs, and no other */
    Map<String, String> environment(Set<Need> needs) {
        Map<String, String> environment = new TreeMap<>();
        for (Need need : needs) {
            environment.putAll(
                    switch (need) {
                        case OBJECTS -> Map.of("PAYSCOPE_BUCKET", bucket);
                        case TOKENS -> tokens;
                        case LEDGER, LEDGER_OWNER, GRAPH, VECTORS, KAGGLE, ERASURE -> stores.variables(need);
                    });
        }
        List<SecretField> secrets = secrets(needs);
        if (!secrets.isEmpty()) {
            environment.put(
                    SECRETS, secrets.stream().map(SecretField::reference).collect(Collectors.joining(",")));
        }
        return environment;
    }
}
