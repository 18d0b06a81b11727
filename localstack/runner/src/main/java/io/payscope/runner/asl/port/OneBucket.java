package io.payscope.runner.asl.port;

import io.payscope.core.fault.Fault;
import io.payscope.core.port.ObjectStore;
import java.io.IOException;
import java.io.InputStream;

/** The objects of one {@link ObjectStore}; every other bucket is unknown. */
public final class OneBucket implements Objects {

    private final ObjectStore store;

    /** @param store the bucket */
    public OneBucket(ObjectStore store) {
        this.store = store;
    }

    @Override
    public InputStream open(String bucket, String key) throws IOException {
        check(bucket);
        try {
            return store.open(key);
        } catch (Fault e) {
            throw new IOException("cannot read s3://" + bucket + "/" + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void put(String bucket, String key, byte[] body, String contentType) throws IOException {
        check(bucket);
        try {
            store.put(key, body, contentType);
        } catch (Fault e) {
            throw new IOException("cannot write s3://" + bucket + "/" + key + ": " + e.getMessage(), e);
        }
    }

    private void check(String bucket) throws IOException {
        if (!bucket.equals(store.bucket())) {
            throw new IOException("no such bucket: expected '" + store.bucket() + "', found '" + bucket + "'");
        }
    }
}
