package io.payscope.core.port;

import io.payscope.core.fault.DataFault;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One bucket of an S3-like store. Keys are relative to the bucket. Every method throws
 * {@link io.payscope.core.fault.TransientFault} when the store does not answer and
 * {@link io.payscope.core.fault.ConfigFault} when it refuses the caller.
 */
public interface ObjectStore {

    /** @return the name of the bucket that all keys are relative to */
    String bucket();

    /**
     * Writes or replaces an object.
     *
     * @return the entity tag of what was written
     */
    String put(String key, byte[] body, String contentType);

    /**
     * Writes or replaces an object from a file of any size.
     *
     * @return the entity tag of what was written
     */
    String put(String key, Path file, String contentType);

    /**
     * Writes an object only where there is none ({@code If-None-Match: *}). There is no replacing on condition
     * ({@code If-Match}): not every S3-compatible store does that atomically.
     *
     * @return false if the key is taken, by whomever
     */
    boolean putIfAbsent(String key, byte[] body, String contentType);

    /** @return what lies under the key without its body, or empty if nothing does */
    Optional<ObjectHead> head(String key);

    /**
     * Opens an object for streaming; the caller closes it.
     *
     * @throws DataFault if there is no such object
     */
    InputStream open(String key);

    /** @return the whole of a small object with its entity tag, or empty if there is none */
    Optional<ObjectBody> find(String key);

    /** @return everything under the prefix, in key order */
    List<ObjectHead> list(String prefix);

    /** Removes an object; removing one that is not there is no error. */
    void delete(String key);
}
