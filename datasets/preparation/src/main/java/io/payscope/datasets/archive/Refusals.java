package io.payscope.datasets.archive;

import io.payscope.core.fault.DataFault;

/** Words the refusals of one archive. */
final class Refusals {

    private static final int MAX_NAME = 120;

    private final String archive;

    /** @param archive what messages call it */
    Refusals(String archive) {
        this.archive = archive;
    }

    DataFault broken(String entry, ArchiveRule rule, String found) {
        return new DataFault(text(entry, rule, rule.expected(), found));
    }

    DataFault beyond(String entry, ArchiveRule rule, long limit, long found) {
        return new DataFault(text(entry, rule, rule.expected() + " " + limit, Long.toString(found)));
    }

    DataFault unreadable(String entry, Exception cause) {
        return new DataFault(
                text(entry, ArchiveRule.READABLE, ArchiveRule.READABLE.expected(), String.valueOf(cause.getMessage())),
                cause);
    }

    private String text(String entry, ArchiveRule rule, String expected, String found) {
        String where = entry.isEmpty() ? "" : " entry '" + printable(entry) + "'";
        return archive + where + " rule " + rule.id() + ": expected " + expected + ", found " + printable(found);
    }

    /** A name from outside must neither flood a log nor write lines of its own into it. */
    static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) + "..." : plain;
    }
}
