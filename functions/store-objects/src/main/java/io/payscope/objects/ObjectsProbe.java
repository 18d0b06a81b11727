package io.payscope.objects;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.Store;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Asks whether the bucket is there. */
public final class ObjectsProbe implements StoreProbe {

    private final S3ObjectStore objects;

    public ObjectsProbe(S3ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public Store store() {
        return Store.OBJECTS;
    }

    @Override
    public String probe() {
        String bucket = objects.bucket();
        return S3Faults.call("looking for bucket " + bucket, () -> {
            try {
                objects.client().headBucket(request -> request.bucket(bucket));
                return "bucket " + bucket;
            } catch (NoSuchBucketException e) {
                throw new ConfigFault("bucket " + bucket + " does not exist", e);
            }
        });
    }
}
