package io.payscope.objects;

import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes one large file in parts, one after the other, streaming each from the file. The object appears whole when the
 * last call completes it, or not at all: a failure removes the parts. Parts of a process that was killed stay until
 * the bucket's lifecycle rule for incomplete uploads removes them.
 */
final class MultipartPut {

    private static final long PART_BYTES = 16L << 20;
    private static final long MAX_PARTS = 10_000;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String contentType;
    private final LongConsumer sent;

    /** @param sent told the number of bytes whenever a part has arrived */
    MultipartPut(S3Client client, String bucket, String key, String contentType, LongConsumer sent) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.contentType = contentType;
        this.sent = sent;
    }

    /** Sends the file; returns the entity tag. */
    String send(Path file) throws IOException {
        long size = Files.size(file);
        String doing = "writing " + key + " in parts to bucket " + bucket;
        String uploadId = S3Faults.call(doing, () -> client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key).contentType(contentType))
                .uploadId());
        try {
            List<CompletedPart> parts = parts(file, size, uploadId);
            if (Files.size(file) != size) {
                throw new TransientFault(doing + ": the file changed while it was read");
            }
            return S3Faults.call(
                    doing,
                    () -> S3ObjectStore.entityTag(client.completeMultipartUpload(request -> request.bucket(bucket)
                                    .key(key)
                                    .uploadId(uploadId)
                                    .multipartUpload(upload -> upload.parts(parts)))
                            .eTag()));
        } catch (SdkException failure) {
            abort(uploadId, failure);
            throw S3Faults.of(doing, failure);
        } catch (IOException | RuntimeException | Error failure) {
            abort(uploadId, failure);
            throw failure;
        }
    }

    private List<CompletedPart> parts(Path file, long size, String uploadId) {
        long partBytes = Math.max(PART_BYTES, Math.ceilDiv(size, MAX_PARTS));
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < size; from += partBytes) {
            int number = parts.size() + 1;
            long offset = from;
            long length = Math.min(partBytes, size - from);
            // The SDK asks the provider again for a signature and for every retry.
            RequestBody body = RequestBody.fromContentProvider(
                    () -> slice(file, offset, length), length, "application/octet-stream");
            String entityTag = client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(key)
                                    .uploadId(uploadId)
                                    .partNumber(number),
                            body)
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(entityTag).build());
            sent.accept(length);
        }
        return parts;
    }

    private static InputStream slice(Path file, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Slice(Channels.newInputStream(channel.position(offset)), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void abort(String uploadId, Throwable failure) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(uploadId));
        } catch (SdkException abortFailure) {
            failure.addSuppressed(abortFailure);
        }
    }
}
