package io.payscope.datasets.archive;

/** What an archive must keep to, by the id that messages name. */
enum ArchiveRule {
    NO_PARENT_FOLDER("no-parent-folder", "a path without .."),
    NO_ABSOLUTE_PATH("no-absolute-path", "a path relative to the archive"),
    NO_DRIVE_LETTER("no-drive-letter", "a path without a drive letter"),
    NO_BACKSLASH("no-backslash", "a path with / between folders"),
    PLAIN_NAME("plain-name", "a name of printable characters"),
    NO_LINK("no-link", "a file or a folder"),
    NAMES_ONCE("names-once", "every name once, whatever its case"),
    RATIO("ratio", "uncompressed bytes for each compressed byte of at most"),
    TOTAL_SIZE("total-size", "uncompressed bytes of at most"),
    ENTRY_COUNT("entry-count", "a number of entries of at most"),
    NOT_NESTED("not-nested", "a file that is no archive"),
    READABLE("readable", "an archive that is whole");

    private final String id;
    private final String expected;

    ArchiveRule(String id, String expected) {
        this.id = id;
        this.expected = expected;
    }

    String id() {
        return id;
    }

    String expected() {
        return expected;
    }
}
