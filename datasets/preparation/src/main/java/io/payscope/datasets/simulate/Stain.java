package io.payscope.datasets.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to spoil a row so that a rule must catch it.
 *
 * @param kind what is done
 * @param column which field it is done to, from 0
 * @param text what is written there
 */
record Stain(Kind kind, int column, String text) {

    /** What is done to a row. */
    enum Kind {
        /** The field's value is replaced. */
        VALUE,
        /** The row ends before its last field. */
        SHORT,
        /** The row has a field too many. */
        LONG,
        /** A quote opens and is not closed. */
        OPEN_QUOTE,
        /** Something follows a closing quote. */
        AFTER_QUOTE,
        /** The row is followed by one of the same id with another value. */
        CONFLICT,
        /** The row is left out, so that what refers to it finds nothing. */
        OMITTED
    }

    private static final String[] NO_NUMBERS = {
        "N/A", "\"1,234.56\"", "(null)", "1e309", "-", "twelve", "NaN", "12.34.56", "--5", "0x1F", "1 2"
    };
    private static final String[] NO_TIMES = {
        "2017-02-30 10:00:00", "2017-13-01 00:00:00", "31/12/2017 10:00", "0000-00-00 00:00:00", "2017-06-31 25:61:00"
    };
    private static final String[] NO_TEXTS = {"", "ab\u0001c", "\u00ff\u00fe", "x".repeat(600)};

    /** Stains of any file: ragged rows and stray quotes. */
    static List<Stain> ofRows() {
        return List.of(
                new Stain(Kind.SHORT, 0, ""),
                new Stain(Kind.LONG, 0, "surplus"),
                new Stain(Kind.OPEN_QUOTE, 0, ""),
                new Stain(Kind.AFTER_QUOTE, 0, ""));
    }

    /** Stains of a number that must be there. */
    static List<Stain> ofNumber(int column) {
        List<Stain> stains = new ArrayList<>(values(column, NO_NUMBERS));
        stains.add(new Stain(Kind.VALUE, column, ""));
        return stains;
    }

    /** Stains of an amount of money: no number, negative, too many digits or decimals. */
    static List<Stain> ofAmount(int column) {
        List<Stain> stains = new ArrayList<>(ofNumber(column));
        stains.addAll(values(column, "-45.10", "-0.01", "12345678901234567890.12", "0.12345678"));
        return stains;
    }

    /** Stains of a local time that must be there. */
    static List<Stain> ofTime(int column) {
        List<Stain> stains = new ArrayList<>(values(column, NO_TIMES));
        stains.add(new Stain(Kind.VALUE, column, ""));
        return stains;
    }

    /** Stains of a text that must be there: missing, control characters, no UTF-8, too long. */
    static List<Stain> ofText(int column) {
        return values(column, NO_TEXTS);
    }

    /** Values that break a rule of the bank. */
    static List<Stain> values(int column, String... texts) {
        List<Stain> stains = new ArrayList<>();
        for (String text : texts) {
            stains.add(new Stain(Kind.VALUE, column, text));
        }
        return stains;
    }
}
