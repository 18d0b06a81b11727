package io.payscope.http.token;

import com.nimbusds.jose.KeySourceException;

/** The issuer's keys cannot be had and none are kept: no token can be judged. */
final class KeysUnavailable extends KeySourceException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
