package io.payscope.core.port;

/** A side of a payment. */
public enum PartySide {
    PAYER,
    PAYEE
}
