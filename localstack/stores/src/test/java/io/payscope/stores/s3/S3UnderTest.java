package io.payscope.stores.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A server on a folder, and the SDK's client connected to it. */
final class S3UnderTest implements AutoCloseable {

    static final String BUCKET = "payscope-data";
    static final String ACCESS_KEY = "an-access-key";
    static final String SECRET_KEY = "a-secret-key";

    private final S3Server server;
    private final S3Client client;

    S3UnderTest(Path folder) throws IOException {
        this.server = S3Server.start(new S3Settings(folder, 0, BUCKET, ACCESS_KEY, SECRET_KEY));
        this.client = client(SECRET_KEY);
    }

    S3Client client() {
        return client;
    }

    String endpoint() {
        return server.endpoint();
    }

    S3Client client(String secretKey) {
        return S3Client.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, secretKey)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    PutObjectResponse put(String key, String body) {
        return client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(body));
    }

    String get(String key) {
        return client.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
