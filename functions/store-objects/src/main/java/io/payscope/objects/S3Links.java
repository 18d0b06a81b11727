package io.payscope.objects;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectLinks;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Presigned URLs of a bucket. The length, the type and, where it is known, the hash of what may be written are signed
 * headers, so S3 refuses a request that sends others. Thread-safe.
 */
public final class S3Links implements ObjectLinks, AutoCloseable {

    private final S3Presigner presigner;
    private final S3Client client;
    private final String bucket;

    private S3Links(S3Presigner presigner, S3Client client, String bucket) {
        this.presigner = presigner;
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * Opens a bucket; nothing is asked of it.
     *
     * @throws ConfigFault if on AWS no region is configured
     */
    public static S3Links open(ObjectSettings settings) {
        S3Client client = S3ObjectStore.client(settings);
        S3Presigner.Builder builder = S3Presigner.builder().s3Client(client);
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build());
        }
        if (!settings.accessKey().isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return new S3Links(
                S3Faults.call("opening bucket " + settings.bucket(), builder::build), client, settings.bucket());
    }

    @Override
    public SignedPut toWrite(BankId bank, String key, Content content, Duration validity) {
        Keys.requireOf(bank, key);
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(content.type())
                .contentLength(content.bytes());
        if (content.sha256() != null) {
            request.checksumSHA256(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.sha256())));
        }
        PresignedPutObjectRequest signed = S3Faults.call(
                "signing a link to " + key,
                () -> presigner.presignPutObject(
                        link -> link.signatureDuration(validity).putObjectRequest(request.build())));
        Map<String, String> headers = new TreeMap<>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("host");
        return new SignedPut(uri(signed.url().toExternalForm()), headers, signed.expiration());
    }

    @Override
    public URI toRead(BankId bank, String key, String fileName, Duration validity) {
        Keys.requireOf(bank, key);
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .responseContentDisposition(
                        "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                .build();
        return uri(S3Faults.call(
                        "signing a link to " + key,
                        () -> presigner.presignGetObject(
                                link -> link.signatureDuration(validity).getObjectRequest(request)))
                .url()
                .toExternalForm());
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new ConfigFault("the store's endpoint makes no valid link", e);
        }
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }
}
