package io.payscope.apiuploads;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A place for one file.
 *
 * @param id by which to ask for it
 * @param url where to PUT the file
 * @param headers to send with it, as they are
 * @param expiresAt after this the link is refused; the file may still be on its way
 */
public record OpenedUpload(String id, URI url, Map<String, String> headers, Instant expiresAt) {

    public OpenedUpload {
        headers = Map.copyOf(headers);
    }

    /** Without the link, which is a secret while it is valid. */
    @Override
    public String toString() {
        return "OpenedUpload[id=" + id + ", expiresAt=" + expiresAt + "]";
    }
}
