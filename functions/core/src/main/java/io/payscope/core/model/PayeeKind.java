package io.payscope.core.model;

/** What kind of party receives the money. */
public enum PayeeKind {
    MERCHANT,
    ACCOUNT,
    UNKNOWN
}
