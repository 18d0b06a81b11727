package io.payscope.apiquestions;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * The one call of Amazon Bedrock that a function makes: Converse. A call is tried once; its caller has an answer of its
 * own to fall back on, and the client of the API waits.
 */
final class BedrockConverse implements GroundedAnswerer.Converse {

    /** For a connection, for an answer's beginning and for its rest, each: three times this is below a function's 29 s. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Tokens of an answer, at most; five sentences are some 150. */
    static final int TOKENS = 400;

    /** Bytes of an answer, at most: several times what {@link #TOKENS} come to. */
    static final int LARGEST = 16_384;

    private final String model;
    private final URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Duration patience;

    BedrockConverse(String model, URI endpoint, Region region, AwsCredentialsProvider credentials, Duration patience) {
        this.model = model;
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
        this.patience = patience;
    }

    /**
     * Uses the function's region and role.
     *
     * @param model id of a foundation model, or id or ARN of an inference profile
     * @throws ConfigFault if no region is known
     */
    static BedrockConverse open(String model, Map<String, String> environment) {
        try {
            Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            return new BedrockConverse(
                    model,
                    endpoint(environment, region),
                    region,
                    DefaultCredentialsProvider.builder().build(),
                    PATIENCE);
        } catch (SdkClientException e) {
            throw new ConfigFault("Bedrock: no region; set AWS_REGION", e);
        }
    }

    /** @return the region's endpoint, or the one that the SDKs' own variables name, as emulators have it */
    static URI endpoint(Map<String, String> environment, Region region) {
        String given = environment.getOrDefault(
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        return URI.create(given.isEmpty() ? "https://bedrock-runtime." + region.id() + ".amazonaws.com" : given);
    }

    @Override
    public String reply(String system, String user) {
        byte[] body = ConverseBody.of(system, user, TOKENS);
        long deadline = System.nanoTime() + patience.toNanos();
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(patience)
                .socketTimeout(patience)
                .build()) {
            ContentStreamProvider content = () -> new ByteArrayInputStream(body);
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed(body.length, content).request())
                            .contentStreamProvider(content)
                            .build())
                    .call();
            byte[] answered = bytes(answer, deadline);
            refuseStatus(answer.httpResponse().statusCode());
            return ConverseBody.text(answered);
        } catch (IOException e) {
            throw new TransientFault("Bedrock: no answer from " + endpoint.getHost(), e);
        }
    }

    private SignedRequest signed(int length, ContentStreamProvider content) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/model/" + SdkHttpUtils.urlEncode(model) + "/converse")
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(length))
                .build();
        AwsCredentialsIdentity identity;
        try {
            identity = credentials.resolveCredentials();
        } catch (SdkClientException e) {
            throw new ConfigFault("Bedrock: no AWS credentials", e);
        }
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(identity)
                .request(request)
                .payload(content)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
    }

    /** The socket's timeout is of one part only, so that an answer that trickles in is held to the deadline here. */
    private static byte[] bytes(HttpExecuteResponse answer, long deadline) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return new byte[0];
        }
        byte[] bytes = new byte[LARGEST + 1];
        int count = 0;
        try (InputStream body = answer.responseBody().get()) {
            int read = body.read(bytes, 0, bytes.length);
            while (read > 0) {
                count += read;
                if (System.nanoTime() - deadline > 0) {
                    throw new TransientFault("Bedrock: its answer was not complete in time");
                }
                read = count < bytes.length ? body.read(bytes, count, bytes.length - count) : 0;
            }
        }
        if (count > LARGEST) {
            throw new TransientFault("Bedrock: its answer is longer than " + LARGEST + " bytes");
        }
        return Arrays.copyOf(bytes, count);
    }

    private void refuseStatus(int status) {
        if (status == 408 || status == 424 || status == 429 || status >= 500) {
            throw new TransientFault("Bedrock: model " + model + ": it answered " + status);
        }
        if (status != 200) {
            throw new ConfigFault("Bedrock: model " + model + ": it answered " + status
                    + "; is it a model of this region, and may the function's role invoke it?");
        }
    }
}
