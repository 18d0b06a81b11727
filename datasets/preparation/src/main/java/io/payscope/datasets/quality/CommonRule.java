package io.payscope.datasets.quality;

import java.util.Locale;

/** The checks that every row is put through, beside the catalog's own. */
public enum CommonRule {
    /** The row has as many fields as the header. */
    FIELD_COUNT,
    /** A quoted field is closed, and nothing follows its closing quote. */
    QUOTES,
    /** A row and each of its fields stay below the length limits. */
    LENGTH,
    /** A text is UTF-8 without control characters. */
    TEXT,
    /** A field that must not be empty is not. */
    PRESENT,
    /** A number is a plain decimal, within the range of a double. */
    NUMBER,
    /** A time is an existing date and time within the supported years. */
    TIME,
    /** An amount has at most 18 digits, 6 of them decimals. */
    AMOUNT,
    /** Two rows with one natural key are exact copies. */
    UNIQUE_ID,
    /** What a row is joined to could be read. */
    JOINED;

    /** @return the id in manifests and rejects, such as {@code field-count} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
