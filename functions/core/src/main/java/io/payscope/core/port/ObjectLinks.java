package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links by which somebody without any rights of his own may write or read one object of one bank for a while. Making
 * one asks nothing of the store.
 */
public interface ObjectLinks {

    /**
     * Allows one object to be written, with exactly the content that is described.
     *
     * @param key the object
     * @param content what may be written
     * @param validity how long
     * @throws io.payscope.core.fault.DataFault if the key is not of that bank
     */
    SignedPut toWrite(BankId bank, String key, Content content, Duration validity);

    /**
     * Allows one object to be read.
     *
     * @param key the object
     * @param fileName what a browser saves it as
     * @param validity how long
     * @throws io.payscope.core.fault.DataFault if the key is not of that bank
     */
    URI toRead(BankId bank, String key, String fileName, Duration validity);

    /**
     * What may be written.
     *
     * @param type MIME type
     * @param bytes exact length
     * @param sha256 of the bytes, lower-case hex, or null if it is not known beforehand
     */
    record Content(String type, long bytes, @Nullable String sha256) {}

    /**
     * A link to write.
     *
     * @param url where to PUT
     * @param headers that have to be sent with it as they are: they are part of the signature
     * @param expiresAt after this the link is refused
     */
    record SignedPut(URI url, Map<String, String> headers, Instant expiresAt) {

        public SignedPut {
            headers = Map.copyOf(headers);
        }

        /** Without the link, which is a secret while it is valid. */
        @Override
        public String toString() {
            return "SignedPut[expiresAt=" + expiresAt + "]";
        }
    }
}
