package io.payscope.datasets.quality;

import java.util.Locale;

/** The checks that every row is put through, beside the catalog's own. */
public enum CommonRule {
    /** The row has as many fields as the header. */
    FIELD_COUNT("A row has as many fields as the header."),
    /** A quoted field is closed, and nothing follows its closing quote. */
    QUOTES("A quoted field is closed, and nothing follows its closing quote."),
    /** A row and each of its fields stay below the length limits. */
    LENGTH("A row has at most 1 MiB and 4,096 fields, a text at most 512 bytes."),
    /** The bytes are UTF-8, and no NUL is among them. */
    ENCODING("The bytes of a row are UTF-8, and no NUL is among them."),
    /** A text has no control characters. */
    TEXT("A text has no control characters; a currency is three capitals."),
    /** A field that must not be empty is not. */
    PRESENT("A field that must not be empty is not."),
    /** A number is written in the form of its column: a plain decimal, unless the catalog declares another form. */
    NUMBER("A number is a plain decimal, or has the form that the catalog declares for its column."),
    /** A number that is not 0 is within the range of a double. */
    NUMBER_RANGE("A number is neither too large nor too close to 0 for a double."),
    /** A time is an existing date and time in the form of its column, from 1970 to 2099. */
    TIME("A time has the form of its column, exists, and lies from 1970 to 2099."),
    /** A local time is not in the hour that is left out when clocks are put forward. */
    TIME_GAP("A local time is not in the hour that is left out when clocks are put forward."),
    /** A time says its offset where the form of its column has one, and nowhere else. */
    TIME_ZONE("A time says its offset where the form of its column has one, and nowhere else."),
    /** A count of seconds is not one of milliseconds, nor the other way round. */
    TIME_UNIT("A count of seconds is not one of milliseconds, nor the other way round."),
    /** A time is not after the latest that is possible. */
    TIME_FUTURE("A time is not after the latest that is possible."),
    /** An amount has at most 18 digits, 6 of them decimals. */
    AMOUNT("An amount has at most 18 digits, 6 of them decimals."),
    /** Two rows with one natural key are exact copies. */
    UNIQUE_ID("Two rows with one key are exact copies; in a joined file a key comes once."),
    /** What a row is joined to could be read. */
    JOINED("What a row is joined to is there and could be read.");

    private final String meaning;

    CommonRule(String meaning) {
        this.meaning = meaning;
    }

    /** @return the id in manifests and rejects, such as {@code field-count} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return what a row must be to pass it, one sentence */
    public String meaning() {
        return meaning;
    }
}
