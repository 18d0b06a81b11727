package io.payscope.cli;

import io.payscope.cli.aws.BucketSession;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A bucket of AWS or of an S3-compatible store, as it is named on the command line. */
final class Bucket {

    @Option(
            names = "--bucket",
            required = true,
            paramLabel = "NAME",
            description = "bucket; credentials and region come from the usual AWS variables and files")
    private String bucket;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "S3-compatible store instead of AWS (default: AWS_ENDPOINT_URL_S3, if set)")
    private @Nullable URI endpoint;

    @Option(names = "--region", paramLabel = "NAME", description = "AWS region (default: the usual AWS variables)")
    private @Nullable String region;

    <T> T open(Place.Use<T> use) throws InterruptedException {
        try (BucketSession session = session()) {
            return use.with(session.objects());
        }
    }

    /** The region given, or null. */
    @Nullable
    String region() {
        return region;
    }

    BucketSession session() {
        return BucketSession.open(bucket, endpoint, region);
    }
}
