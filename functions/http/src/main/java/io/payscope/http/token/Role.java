package io.payscope.http.token;

import java.util.Optional;

/** Roles that a token may carry. */
public enum Role {
    /** Runs the service; across banks. */
    ADMIN,
    /** Runs one bank's side of it. */
    BANK_ADMIN,
    /** Asks about one bank. */
    ANALYST,
    /** Reads what was done, across banks, and no bank's data. */
    AUDITOR,
    /** Another system, across banks unless its token names one. */
    SYSTEM;

    /** @return whether a token with this role says nothing unless it names a bank */
    public boolean needsBank() {
        return switch (this) {
            case BANK_ADMIN, ANALYST -> true;
            case ADMIN, AUDITOR, SYSTEM -> false;
        };
    }

    /** Only the exact name is a role: no other case, no list, no white space. */
    static Optional<Role> of(String claim) {
        for (Role role : values()) {
            if (role.name().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
