package io.payscope.cli.aws;

import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.core.port.ObjectStore;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A bucket that is open. */
public final class BucketSession implements AutoCloseable {

    private final S3ObjectStore objects;

    private BucketSession(S3ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Opens a bucket with the credentials of the usual AWS variables and files.
     *
     * @param bucket its name
     * @param endpoint an S3-compatible store, or null for what AWS_ENDPOINT_URL_S3 says, or AWS
     * @param region of AWS, or null for the usual variables and files
     * @throws MissingCredentials if there are none
     * @throws io.payscope.core.fault.ConfigFault if there is no region
     */
    public static BucketSession open(String bucket, @Nullable URI endpoint, @Nullable String region) {
        Endpoints.useRegion(region);
        Endpoints.requireCredentials();
        URI url = Endpoints.of(endpoint, "AWS_ENDPOINT_URL_S3");
        return new BucketSession(S3ObjectStore.open(new ObjectSettings(bucket, url, "", "")));
    }

    /** @return the bucket's objects */
    public ObjectStore objects() {
        return objects;
    }

    /**
     * Sends a file, a large one in parts.
     *
     * @param sent told the number of bytes whenever some have arrived
     */
    public void send(String key, Path file, LongConsumer sent) {
        objects.put(key, file, "text/csv", sent);
    }

    @Override
    public void close() {
        objects.close();
    }
}
