package io.payscope.http.token;

/** What a request's token says. */
public sealed interface Authentication {

    /**
     * The token is ours and valid.
     *
     * @param principal who asks
     */
    record Verified(Principal principal) implements Authentication {}

    /**
     * The token is ours and valid but gives no right: it carries no role that we know, or not the bank that the role
     * needs.
     *
     * @param subject the token's subject
     * @param reason for the log and the audit trail
     */
    record Powerless(String subject, String reason) implements Authentication {}

    /**
     * There is no token, or it is not ours, or no longer valid.
     *
     * @param reason for the log and the audit trail, never for the caller
     */
    record Refused(String reason) implements Authentication {}

    /**
     * Nothing can be said: the issuer's keys are not to be had and none are kept.
     *
     * @param reason for the log
     */
    record Undecided(String reason) implements Authentication {}
}
