package io.payscope.core.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found. It finds a changed entry by its hash, a removed, inserted or reordered one by
 * numbers and previous hashes. A cut-off end shows only against a head that was noted before; and whoever can rewrite
 * the whole table past its triggers can also compute all hashes anew, which only a noted head shows.
 *
 * @param entries walked
 * @param head the last of them
 * @param breaks one line each, none if the chain is whole; at most {@value #MAX_BREAKS}
 */
public record AuditCheck(long entries, AuditHead head, List<String> breaks) {

    /** Breaks that are named; one removed entry is one, a table that was shuffled has as many as it has entries. */
    public static final int MAX_BREAKS = 20;

    private static final int PAGE = 1_000;

    public AuditCheck {
        breaks = List.copyOf(breaks);
    }

    /**
     * Walks along the chain.
     *
     * @param log what to walk along
     * @param noted a head noted before, or null
     */
    public static AuditCheck of(AuditLog log, @Nullable AuditHead noted) {
        List<String> breaks = new ArrayList<>();
        AuditHead last = AuditHead.EMPTY;
        long entries = 0;
        boolean seen = noted == null || noted.seq() == 0;
        List<AuditEntry> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                entries++;
                check(entry, last, breaks);
                if (noted != null && noted.seq() == entry.seq()) {
                    seen = true;
                    if (!noted.hash().equals(entry.hash())) {
                        breaks.add("entry " + entry.seq() + ": expected the noted hash " + noted.hash() + ", found "
                                + entry.hash());
                    }
                }
                last = new AuditHead(entry.seq(), entry.hash());
            }
            page = log.after(last.seq(), PAGE);
        }
        if (!seen && noted != null) {
            breaks.add("the noted entry " + noted.seq() + " is gone: the chain ends with entry " + last.seq());
        }
        return new AuditCheck(entries, last, breaks.subList(0, Math.min(breaks.size(), MAX_BREAKS)));
    }

    private static void check(AuditEntry entry, AuditHead last, List<String> breaks) {
        if (entry.seq() != last.seq() + 1) {
            breaks.add("entry " + entry.seq() + " follows entry " + last.seq());
        }
        if (!entry.previousHash().equals(last.hash())) {
            breaks.add("entry " + entry.seq() + ": expected " + last.hash() + " as the hash before it, found "
                    + entry.previousHash());
        }
        String expected = entry.expectedHash();
        if (!expected.equals(entry.hash())) {
            breaks.add("entry " + entry.seq() + ": its content has the hash " + expected + ", it is stored with "
                    + entry.hash());
        }
    }

    /** @return whether nothing is broken */
    public boolean whole() {
        return breaks.isEmpty();
    }
}
