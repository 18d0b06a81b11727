package io.payscope.objects;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 protocol server in this process, with one bucket in a directory. */
final class S3ProxyFixture {

    static final String BUCKET = "payscope-test";
    private static final String ACCESS_KEY = "local";
    private static final String SECRET_KEY = "local-secret";

    private final S3Proxy proxy;

    S3ProxyFixture(Path directory) throws Exception {
        FilesystemNio2BlobStore blobs = new FilesystemNio2BlobStore(directory.toString());
        blobs.createContainer(BUCKET);
        proxy = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    ObjectSettings settings() {
        return new ObjectSettings(BUCKET, endpoint(), ACCESS_KEY, SECRET_KEY);
    }

    void stop() throws Exception {
        proxy.stop();
    }
}
