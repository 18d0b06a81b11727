package io.payscope.apiadmin;

/** What a request's token says. */
sealed interface Authentication {

    /**
     * The token is ours and valid.
     *
     * @param principal who asks
     */
    record Verified(Principal principal) implements Authentication {}

    /**
     * The token is ours and valid but carries no role that we know.
     *
     * @param subject the token's subject
     */
    record WithoutRole(String subject) implements Authentication {}

    /**
     * There is no token, or it is not ours, or no longer valid.
     *
     * @param reason for the log and the audit trail, never for the caller
     */
    record Refused(String reason) implements Authentication {}
}
