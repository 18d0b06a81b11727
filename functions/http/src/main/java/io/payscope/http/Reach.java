package io.payscope.http;

/** What a route reaches, and so which bank a call is about. */
public enum Reach {
    /** Nothing of anybody's; needs no token. */
    OPEN,
    /** All banks: only for a token that is bound to none. */
    ALL_BANKS,
    /**
     * The bank that the path names. A token that is bound to a bank may name only that one; one that is bound to none
     * may name any, if its role is allowed here, and each such call is put on record.
     */
    PATH_BANK,
    /** The bank that the token is bound to, and no other way to name one. */
    TOKEN_BANK
}
