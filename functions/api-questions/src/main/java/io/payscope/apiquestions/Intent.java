package io.payscope.apiquestions;

/** What a question wants. */
public enum Intent {
    DESCRIBE,
    COMPARE,
    FORECAST,
    WHAT_IF
}
