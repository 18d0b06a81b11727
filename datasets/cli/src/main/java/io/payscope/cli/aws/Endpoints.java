package io.payscope.cli.aws;

import io.payscope.cli.terminal.MissingCredentials;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Who asks, and whom. */
final class Endpoints {

    private static final String ANY_SERVICE = "AWS_ENDPOINT_URL";

    private Endpoints() {}

    /** The endpoint given, else that of the service's variable, else null for AWS. */
    static @Nullable URI of(@Nullable URI given, String variable) {
        if (given != null) {
            return given;
        }
        String set = System.getenv(variable) == null ? System.getenv(ANY_SERVICE) : System.getenv(variable);
        return set == null ? null : URI.create(set);
    }

    /** Makes a region the one that every client of this process uses; null leaves the usual variables and files. */
    static void useRegion(@Nullable String region) {
        if (region != null) {
            System.setProperty(SdkSystemSetting.AWS_REGION.property(), region);
        }
    }

    /** @throws MissingCredentials if none of the usual places has credentials */
    static void requireCredentials() {
        try (DefaultCredentialsProvider provider =
                DefaultCredentialsProvider.builder().build()) {
            provider.resolveCredentials();
        } catch (SdkClientException e) {
            throw new MissingCredentials(
                    "no AWS credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY ('payscope-local up' prints"
                            + " those of the local stores), or AWS_PROFILE, or run 'aws configure'",
                    e);
        }
    }
}
