package io.payscope.apiadmin;

/** Roles that a token may carry. */
enum Role {
    ADMIN,
    BANK_ADMIN,
    ANALYST,
    AUDITOR,
    SYSTEM
}
