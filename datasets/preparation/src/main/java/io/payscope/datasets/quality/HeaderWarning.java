package io.payscope.datasets.quality;

/**
 * What was odd about a header and could be made sense of.
 *
 * @param file the raw file
 * @param kind what was done
 * @param found the name in the file
 * @param meant the catalog's name; empty for an ignored column
 */
public record HeaderWarning(String file, Kind kind, String found, String meant) {

    /** What was done about a name. */
    public enum Kind {
        /** It is spelled otherwise, and was taken for the catalog's. */
        MAPPED,
        /** The catalog does not know it; the column was not read. */
        IGNORED
    }
}
