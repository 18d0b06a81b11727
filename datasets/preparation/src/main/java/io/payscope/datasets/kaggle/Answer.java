package io.payscope.datasets.kaggle;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer that is no redirect, its body unread.
 *
 * @param uri that gave it
 * @param fromApi whether that is Kaggle's API and not the storage that it points to
 * @param status of HTTP
 * @param headers of it
 * @param body to be read, or closed unread
 */
record Answer(URI uri, boolean fromApi, int status, HttpHeaders headers, InputStream body) implements Closeable {

    private static final int SMALL_BYTES = 1 << 20;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    OptionalLong number(String name) {
        return headers.firstValueAsLong(name);
    }

    /** Whether the headers call it a page or a message, which no file of ours is. */
    boolean isPage() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/json");
    }

    /** The first bytes of the body, enough for any message. */
    byte[] message() throws IOException {
        return body.readNBytes(SMALL_BYTES);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
