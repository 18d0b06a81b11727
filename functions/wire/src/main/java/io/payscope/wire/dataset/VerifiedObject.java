package io.payscope.wire.dataset;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;

/** Reads whole small objects, and holds them against the hash that another object names. */
public final class VerifiedObject {

    private VerifiedObject() {}

    /**
     * Reads an object.
     *
     * @throws DataFault if there is none
     */
    public static byte[] read(ObjectStore objects, String key) {
        return objects.find(key)
                .orElseThrow(() -> new DataFault(key + ": not found in bucket " + objects.bucket()))
                .body();
    }

    /**
     * Reads an object that has to be a certain one.
     *
     * @param sha256 of its body, lower-case hex
     * @throws DataFault if there is none, or another
     */
    public static byte[] read(ObjectStore objects, String key, String sha256) {
        byte[] body = read(objects, key);
        String found = Hashes.sha256(body);
        if (!found.equals(sha256)) {
            throw new DataFault(key + ": expected sha256 " + sha256 + ", found " + found);
        }
        return body;
    }
}
