package io.payscope.http;

import java.util.Locale;

/** The functions that answer HTTP. */
public enum ApiFunction {
    API_ADMIN,
    API_UPLOADS,
    API_PREDICTIONS,
    API_QUESTIONS;

    /** @return its deployed name, such as {@code api-admin} */
    public String deployedName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
