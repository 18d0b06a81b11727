package io.payscope.stores.s3;

import io.payscope.stores.net.LoopbackPorts;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * Serves one bucket, path-style, with AWS signatures. Two limits of the folder below: a key cannot be both an object
 * and the prefix of others ({@code a} and {@code a/b}), and no segment of a key is longer than 255 bytes.
 */
public final class S3Server implements AutoCloseable {

    /** More than the clients of one machine use at a time. */
    private static final int THREADS = 24;

    private final S3Proxy proxy;

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * Opens the folder, removes what a killed process left of unfinished writes, and serves.
     *
     * @throws BindException if the port is taken
     * @throws IOException if the folder cannot be used
     */
    public static S3Server start(S3Settings settings) throws IOException {
        Path objects = Files.createDirectories(settings.folder().resolve("objects"));
        requireAttributes(objects);
        // The server below reports a taken port as a plain failure.
        LoopbackPorts.requireFree(settings.port());
        UnfinishedWrites unfinished = UnfinishedWrites.recover(settings.folder().resolve("unfinished"), objects);
        BlobStore store = new AtomicWrites(new FilesystemNio2BlobStore(objects.toString()), unfinished);
        if (!Files.isDirectory(objects.resolve(settings.bucket()))) {
            store.createContainer(
                    CreateBucketRequest.builder().bucket(settings.bucket()).build());
        }
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://" + LoopbackPorts.HOST + ":" + settings.port()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, settings.accessKey(), settings.secretKey())
                .jettyMaxThreads(THREADS)
                .stopTimeout(0)
                .build();
        ReadToEnd.installIn(proxy);
        try {
            proxy.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The S3 endpoint did not start", e);
        }
        return new S3Server(proxy);
    }

    /** @return URL of the endpoint; address buckets path-style */
    public String endpoint() {
        return "http://" + LoopbackPorts.HOST + ":" + proxy.getPort();
    }

    /** Stops at once: a graceful stop waits for idle connections, and a write that is cut short leaves no object. */
    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The S3 endpoint did not stop cleanly", e);
        }
    }

    private static void requireAttributes(Path folder) throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
            throw new IOException("The file system of " + folder
                    + " has no extended attributes, where S3 entity tags are kept; use another state folder");
        }
    }
}
