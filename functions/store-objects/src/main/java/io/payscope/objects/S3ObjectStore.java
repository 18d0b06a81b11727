package io.payscope.objects;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of S3 or of a store that speaks its protocol. Memory does not grow with the size of an object, save in
 * {@link #find}. Requests carry no encryption headers: the bucket's default encryption decides. Thread-safe.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

    /** Files above this many bytes go up in parts. */
    static final long MULTIPART_ABOVE_BYTES = 64L << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final int PRECONDITION_FAILED = 412;

    /** Another conditional write of the same key is under way. */
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final String bucket;
    private final long multipartAbove;

    S3ObjectStore(S3Client client, String bucket, long multipartAbove) {
        this.client = client;
        this.bucket = bucket;
        this.multipartAbove = multipartAbove;
    }

    /**
     * Opens a bucket; nothing is asked of it yet.
     *
     * @throws ConfigFault if on AWS no region is configured
     */
    public static S3ObjectStore open(ObjectSettings settings) {
        return new S3ObjectStore(client(settings), settings.bucket(), MULTIPART_ABOVE_BYTES);
    }

    static S3Client client(ObjectSettings settings) {
        // Checksums only where S3 demands them: the SDK's default ones are trailers that other stores do not all take.
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override ->
                        override.retryStrategy(StandardRetryStrategy.builder().build()));
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint).region(Region.US_EAST_1).forcePathStyle(true);
        }
        if (!settings.accessKey().isEmpty()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        }
        return S3Faults.call("opening bucket " + settings.bucket(), builder::build);
    }

    S3Client client() {
        return client;
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        return S3Faults.call(doing("writing", key), () -> put(key, contentType, RequestBody.fromBytes(body), _ -> {}));
    }

    @Override
    public String put(String key, Path file, String contentType) {
        return put(key, file, contentType, _ -> {});
    }

    /**
     * Writes or replaces an object from a file of any size; a large one is sent in parts, of which none stays if one
     * fails.
     *
     * @param sent told the number of bytes whenever some have arrived
     * @return the entity tag of what was written
     */
    public String put(String key, Path file, String contentType, LongConsumer sent) {
        try {
            long size = Files.size(file);
            if (size > multipartAbove) {
                return new MultipartPut(client, bucket, key, contentType, sent).send(file);
            }
            RequestBody body = RequestBody.fromFile(file);
            String tag = S3Faults.call(doing("writing", key), () -> put(key, contentType, body, _ -> {}));
            sent.accept(size);
            return tag;
        } catch (IOException | UncheckedIOException e) {
            throw new TransientFault(doing("writing", key) + ": cannot read the file " + file.getFileName(), e);
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        return S3Faults.call(doing("writing", key), () -> {
            try {
                put(key, contentType, RequestBody.fromBytes(body), request -> request.ifNoneMatch("*"));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                    return false;
                }
                throw e;
            }
        });
    }

    private String put(String key, String contentType, RequestBody body, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType);
        condition.accept(request);
        return entityTag(client.putObject(request.build(), body).eTag());
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return S3Faults.call(doing("looking at", key), () -> {
            try {
                HeadObjectResponse head =
                        client.headObject(request -> request.bucket(bucket).key(key));
                return Optional.of(
                        new ObjectHead(key, head.contentLength(), entityTag(head.eTag()), head.lastModified()));
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public InputStream open(String key) {
        return S3Faults.call(
                doing("reading", key),
                () -> new WholeBody(
                        key, client.getObject(request -> request.bucket(bucket).key(key))));
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return S3Faults.call(doing("reading", key), () -> {
            try (WholeBody in = new WholeBody(
                    key, client.getObject(request -> request.bucket(bucket).key(key)))) {
                return Optional.of(new ObjectBody(in.readAllBytes(), entityTag(in.entityTag())));
            } catch (NoSuchKeyException _) {
                return Optional.empty();
            } catch (IOException e) {
                throw new TransientFault(doing("reading", key) + ": " + e.getMessage(), e);
            }
        });
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return S3Faults.call(
                doing("listing", prefix),
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(prefix))
                                .contents()
                                .stream()
                                .map(object -> new ObjectHead(
                                        object.key(), object.size(), entityTag(object.eTag()), object.lastModified()))
                                .toList());
    }

    @Override
    public void delete(String key) {
        S3Faults.call(
                doing("removing", key),
                () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private String doing(String verb, String key) {
        return verb + " " + key + " in bucket " + bucket;
    }

    /** Empty where a store other than S3 gives none, as s3proxy does for an object that is just being written. */
    static String entityTag(@Nullable String quoted) {
        return quoted == null ? "" : quoted.replace("\"", "");
    }

    @Override
    public void close() {
        client.close();
    }
}
