package io.payscope.runner.asl.port;

import java.io.IOException;
import java.io.InputStream;

/** Objects by bucket and key, for item readers and result writers. */
public interface Objects {

    /**
     * Opens an object; the caller closes it.
     *
     * @throws IOException if there is none or it cannot be read
     */
    InputStream open(String bucket, String key) throws IOException;

    /**
     * Writes or replaces an object.
     *
     * @throws IOException if it cannot be written
     */
    void put(String bucket, String key, byte[] body, String contentType) throws IOException;
}
