package io.payscope.infra;

import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * A field of a secret that a function reads at its start, in place of an environment variable.
 *
 * @param variable the variable that it stands for
 * @param secret where the value is
 * @param field name in the secret's JSON
 */
record SecretField(String variable, ISecret secret, String field) {

    /** @return as the functions' loader expects it: {@code VARIABLE=ARN#field} */
    String reference() {
        return variable + "=" + secret.getSecretArn() + "#" + field;
    }
}
