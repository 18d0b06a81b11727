package io.payscope.datasets.map;

import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.primitive.Words;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.datasets.raw.TextEncoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads texts and amounts out of a scanner's current record. Not thread-safe. */
public final class FieldReader {

    /** Longest text in bytes. */
    public static final int MAX_TEXT = 512;

    private static final int MAX_AMOUNT_DIGITS = 18;
    private static final int MAX_AMOUNT_SCALE = 6;

    private long unscaled;
    private int scale;

    /** @return the rule that a text breaks, or null if it is a clean one */
    @Nullable
    CommonRule checkText(byte[] bytes, int from, int to) {
        if (to - from > MAX_TEXT) {
            return CommonRule.LENGTH;
        }
        if (Words.isPrintable(bytes, from, to)) {
            return null;
        }
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (c > 0 && c < ' ' || c == 0x7f) {
                return CommonRule.TEXT;
            }
        }
        return TextEncoding.firstFault(bytes, from, to) < 0 ? null : CommonRule.ENCODING;
    }

    /**
     * Reads an amount as decimal digits, never through a binary fraction.
     *
     * @return false if it has more than 18 digits or more than 6 decimals that are not zero, or is no number
     */
    boolean readAmount(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int decimals = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9 && i - from <= MAX_AMOUNT_DIGITS) {
                digits = digits * 10 + digit;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return readLongAmount(bytes, from, to);
            }
        }
        unscaled = negative ? -digits : digits;
        scale = Math.max(decimals, 0);
        return scale <= MAX_AMOUNT_SCALE || readLongAmount(bytes, from, to);
    }

    private boolean readLongAmount(byte[] bytes, int from, int to) {
        BigDecimal amount;
        try {
            String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            if (text.length() > MAX_AMOUNT_DIGITS * 3) {
                return false;
            }
            amount = new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return false;
        }
        BigDecimal plain = amount.scale() < 0 && amount.precision() - amount.scale() <= MAX_AMOUNT_DIGITS
                ? amount.setScale(0)
                : amount;
        if (plain.scale() < 0 || plain.scale() > MAX_AMOUNT_SCALE || plain.precision() > MAX_AMOUNT_DIGITS) {
            return false;
        }
        unscaled = plain.unscaledValue().longValueExact();
        scale = plain.scale();
        return true;
    }

    /** Puts the amount just read into a row. */
    void putAmount(MappedRow row) {
        row.unscaledAmount = unscaled;
        row.amountScale = scale;
    }

    /** Copies a field's text. */
    static void copy(RawScanner scanner, int field, Text target) {
        if (scanner.hasDoubledQuotes(field)) {
            target.setUndoubled(scanner.bytes(), scanner.start(field), scanner.end(field));
        } else {
            target.set(scanner.bytes(), scanner.start(field), scanner.end(field));
        }
    }

    /** @return a field's text */
    static String text(RawScanner scanner, int field) {
        Text text = new Text();
        copy(scanner, field, text);
        return text.toString();
    }

    /**
     * Shows bytes in a message, whatever they are.
     *
     * @param offset place of the first one in the file
     */
    static String forMessage(byte[] bytes, int from, int to, long offset) {
        int end = Math.min(to, from + MAX_TEXT);
        while (end < to && end > from && (bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return TextEncoding.show(bytes, from, end, offset);
    }
}
