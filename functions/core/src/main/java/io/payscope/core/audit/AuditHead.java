package io.payscope.core.audit;

/**
 * The last entry of a chain. Whoever notes it can tell later that nothing up to it was changed or cut off.
 *
 * @param seq its number, 0 for an empty chain
 * @param hash its hash
 */
public record AuditHead(long seq, String hash) {

    /** Of a chain without entries. */
    public static final AuditHead EMPTY = new AuditHead(0, AuditEntry.GENESIS);
}
