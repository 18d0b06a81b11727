package io.payscope.runtime;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one call of Secrets Manager that a function makes: GetSecretValue. */
final class SecretReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;

    SecretReader(URI endpoint, Region region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    /** @return the region's endpoint, or the one that the SDKs' own variables name, as emulators have it */
    static URI endpoint(Map<String, String> environment, Region region) {
        String given = environment.getOrDefault(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        return URI.create(given.isEmpty() ? "https://secretsmanager." + region.id() + ".amazonaws.com" : given);
    }

    /** @return the text of the current version of a secret */
    String read(String arn) {
        byte[] body = JSON.writeValueAsBytes(Map.of("SecretId", arn));
        ContentStreamProvider content = () -> new ByteArrayInputStream(body);
        SignedRequest signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(request(body.length))
                .payload(content)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "secretsmanager")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(PATIENCE)
                .socketTimeout(PATIENCE)
                .build()) {
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(content)
                            .build())
                    .call();
            return secret(arn, answer);
        } catch (IOException e) {
            throw new TransientFault("secret " + arn + ": no answer from " + endpoint.getHost(), e);
        }
    }

    private SdkHttpRequest request(int length) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("Content-Length", Integer.toString(length))
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue")
                .build();
    }

    private static String secret(String arn, HttpExecuteResponse answer) throws IOException {
        int status = answer.httpResponse().statusCode();
        String text = "";
        if (answer.responseBody().isPresent()) {
            try (AbortableInputStream body = answer.responseBody().get()) {
                text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        if (status >= 500 || status == 429 || text.contains("ThrottlingException")) {
            throw new TransientFault("secret " + arn + ": Secrets Manager answered " + status);
        }
        if (status != 200) {
            throw new ConfigFault("secret " + arn + ": Secrets Manager answered " + status
                    + "; does it exist, and may the function's role read it?");
        }
        JsonNode value = JSON.readTree(text).path("SecretString");
        if (!value.isString()) {
            throw new ConfigFault("secret " + arn + ": expected text, found binary");
        }
        return value.asString();
    }
}
