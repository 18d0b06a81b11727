package io.payscope.stores.s3;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Makes conditional writes atomic: the store below looks at If-Match before it writes, and another writer fits in
 * between. Here one writer at a time works on a key and the condition is looked at again. Also keeps drafts of running
 * writes out of listings.
 */
final class AtomicWrites extends ForwardingBlobStore {

    private final UnfinishedWrites unfinished;
    private final KeyLocks locks = new KeyLocks();

    AtomicWrites(BlobStore store, UnfinishedWrites unfinished) {
        super(store);
        this.unfinished = unfinished;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        return write(request.bucket(), request.key(), () -> {
            requireMatch(request.bucket(), request.key(), request.ifMatch(), request.ifNoneMatch());
            return delegate().putBlob(request, body);
        });
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return write(upload.containerName(), upload.blobName(), () -> {
            requireMatch(upload.containerName(), upload.blobName(), request.ifMatch(), request.ifNoneMatch());
            return delegate().completeMultipartUpload(upload, request);
        });
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return write(request.destinationBucket(), request.destinationKey(), () -> {
            requireMatch(
                    request.destinationBucket(), request.destinationKey(), request.ifMatch(), request.ifNoneMatch());
            return delegate().copyBlob(request);
        });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return locks.alone(
                place(request.bucket(), request.key()), () -> delegate().removeBlob(request));
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        try (UnfinishedWrites.Listing listing = unfinished.listing()) {
            ListObjectsV2Response response = delegate().list(request);
            List<S3Object> whole = response.contents().stream()
                    .filter(object -> !listing.isDraft(place(request.bucket(), object.key())))
                    .toList();
            int drafts = response.contents().size() - whole.size();
            Integer count = response.keyCount();
            return response.toBuilder()
                    .contents(whole)
                    .keyCount(count == null ? null : count - drafts)
                    .build();
        }
    }

    private <R> R write(String bucket, String key, Supplier<R> work) {
        String place = place(bucket, key);
        return locks.alone(place, () -> {
            Path marker = unfinished.begin(place);
            try {
                return work.get();
            } finally {
                unfinished.end(marker);
            }
        });
    }

    private void requireMatch(String bucket, String key, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            return;
        }
        HeadObjectResponse present = delegate()
                .blobMetadataIfPresent(
                        HeadObjectRequest.builder().bucket(bucket).key(key).build());
        if (ifMatch != null && present == null) {
            throw S3Exceptions.noSuchKey(bucket, key, "If-Match needs an object that is there");
        }
        String tag = present == null ? null : unquoted(present.eTag());
        if (ifMatch != null && !matches(ifMatch, tag) || ifNoneMatch != null && matches(ifNoneMatch, tag)) {
            throw preconditionFailed();
        }
    }

    private static S3Exception preconditionFailed() {
        return S3Exceptions.fromStatusCode(412);
    }

    private static boolean matches(String condition, @Nullable String tag) {
        return tag != null && (condition.equals("*") || Objects.equals(unquoted(condition), tag));
    }

    private static @Nullable String unquoted(@Nullable String tag) {
        return tag == null ? null : tag.replace("\"", "");
    }

    private static String place(String bucket, String key) {
        return bucket + "/" + key;
    }
}
