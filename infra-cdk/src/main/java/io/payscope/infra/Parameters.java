package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/** Parameters of a stack, by the names that a deployer gives them. */
final class Parameters {

    private Parameters() {}

    /** @return the value of a new parameter that must be given */
    static String add(Construct stack, String name, String meaning) {
        return CfnParameter.Builder.create(stack, name)
                .description(meaning)
                .build()
                .getValueAsString();
    }

    /** @return the value of a new parameter that must be an https address; nothing is deployed with another */
    static String addHttps(Construct stack, String name, String meaning) {
        return CfnParameter.Builder.create(stack, name)
                .description(meaning)
                .allowedPattern("^https://\\S+$")
                .constraintDescription("must begin with https://")
                .build()
                .getValueAsString();
    }

    /** @return the secret that a new parameter names */
    static ISecret secret(Construct stack, String name, String otherwise, String content) {
        CfnParameter parameter = CfnParameter.Builder.create(stack, name)
                .description("Name of a secret: " + content)
                .defaultValue(otherwise)
                .build();
        return Secret.fromSecretNameV2(stack, name + "Given", parameter.getValueAsString());
    }

    /** The official client's variables keep its names; empty fields count as absent. */
    static List<SecretField> kaggle(ISecret secret) {
        return List.of(
                new SecretField("KAGGLE_API_TOKEN", secret, "token"),
                new SecretField("KAGGLE_USERNAME", secret, "username"),
                new SecretField("KAGGLE_KEY", secret, "key"));
    }
}
