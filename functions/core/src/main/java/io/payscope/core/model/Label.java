package io.payscope.core.model;

/** What is known about a transaction being fraudulent. */
public enum Label {
    FRAUD,
    LEGITIMATE,
    UNKNOWN
}
