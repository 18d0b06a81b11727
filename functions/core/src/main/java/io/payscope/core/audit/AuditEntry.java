package io.payscope.core.audit;

import io.payscope.core.fault.BugFault;
import io.payscope.core.port.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * One link of the chain.
 *
 * @param seq its number, from 1 without gaps
 * @param at when it was written, by the database's clock, in whole microseconds
 * @param event what is on record
 * @param previousHash hash of the entry before, or {@link #GENESIS} for the first
 * @param hash of this entry, as it is stored
 */
public record AuditEntry(long seq, Instant at, AuditEvent event, String previousHash, String hash) {

    /** What the first entry names as the hash before it. */
    public static final String GENESIS = "0".repeat(64);

    /**
     * The hash that this entry should have: SHA-256, in hex, over its fields in UTF-8, each after its length in bytes
     * and a colon, so that no two entries have the same text. The trigger in the database spells it the same way.
     */
    public String expectedHash() {
        List<String> fields = List.of(
                Long.toString(seq),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                event.principal(),
                event.role(),
                event.bank() == null ? "" : event.bank().toString(),
                event.action(),
                event.outcome().name(),
                event.detail(),
                previousHash);
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            text.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field);
        }
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new BugFault("every JDK has SHA-256", e);
        }
    }
}
