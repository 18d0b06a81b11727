package io.payscope.stores.s3;

import java.nio.file.Path;

/**
 * How an {@link S3Server} is started. It binds to 127.0.0.1.
 *
 * @param folder what the server keeps between runs, on a file system with extended attributes: they hold entity tags
 * @param port to listen on, 0 for any
 * @param bucket made when absent
 * @param accessKey what requests must be signed with
 * @param secretKey of the access key
 */
public record S3Settings(Path folder, int port, String bucket, String accessKey, String secretKey) {

    @Override
    public String toString() {
        return "S3Settings[" + folder + ", " + port + ", " + bucket + "]";
    }
}
