package io.payscope.datasets.raw;

import io.payscope.datasets.catalog.NumberForm;
import io.payscope.datasets.quality.CommonRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers in a form that the catalog declares, brought into the plain form: an optional sign or parentheses, an
 * optional currency sign before or after, groups of exactly three digits, decimals. No exponent. A space or no-break
 * space may stand beside the currency sign. Not thread-safe.
 */
public final class LocaleNumbers {

    private static final byte[][] SPACES = {
        {' '}, "\u00a0".getBytes(StandardCharsets.UTF_8), "\u202f".getBytes(StandardCharsets.UTF_8)
    };
    private static final byte[] NONE = {};
    private static final int GROUP = 3;
    private static final int INVALID = -1;

    private final byte[] grouping;
    private final byte[] decimal;
    private final byte[] currency;
    private final boolean parentheses;
    private byte[] plain = new byte[64];
    private int length;
    private byte[] bytes = NONE;
    private int at;
    private int end;

    public LocaleNumbers(NumberForm form) {
        this.grouping = form.grouping() == null ? NONE : form.grouping().getBytes(StandardCharsets.UTF_8);
        this.decimal = form.decimal().getBytes(StandardCharsets.UTF_8);
        this.currency = form.currency() == null ? NONE : form.currency().getBytes(StandardCharsets.UTF_8);
        this.parentheses = form.parentheses();
    }

    /** @return the number, never negative zero; NaN if the bytes are no number of this form */
    public double parse(byte[] source, int from, int to) {
        int count = plain(source, from, to);
        return count < 0 ? Double.NaN : Numbers.parse(plain, 0, count);
    }

    /** @return the rule that bytes break for which {@link #parse} gave NaN */
    public CommonRule fault(byte[] source, int from, int to) {
        int count = plain(source, from, to);
        return count < 0 ? CommonRule.NUMBER : Numbers.fault(plain, 0, count);
    }

    /** @return the plain form that was made last; the next call changes it */
    public byte[] bytes() {
        return plain;
    }

    /**
     * Brings a number into the plain form, so that an amount can be read from its digits.
     *
     * @return how many of {@link #bytes()} it has, -1 if it is no number of this form
     */
    public int plain(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        length = 0;
        if (plain.length < to - from + 1) {
            plain = new byte[to - from + 1];
        }
        boolean enclosed = parentheses && at < end && bytes[at] == '(' && bytes[end - 1] == ')';
        if (enclosed) {
            at++;
            end--;
            put((byte) '-');
        }
        boolean signed = enclosed || sign();
        boolean marked = currency(true);
        if (!signed) {
            sign();
        }
        if (!number()) {
            return INVALID;
        }
        if (!marked) {
            currency(false);
        }
        return at == end ? length : INVALID;
    }

    private boolean sign() {
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            put(bytes[at++]);
            return true;
        }
        return false;
    }

    private boolean currency(boolean before) {
        int start = at;
        if (!before) {
            space();
        }
        if (currency.length > 0 && take(currency)) {
            if (before) {
                space();
            }
            return true;
        }
        at = start;
        return false;
    }

    private void space() {
        for (byte[] space : SPACES) {
            if (take(space)) {
                return;
            }
        }
    }

    private boolean number() {
        int digits = digits();
        int whole = digits;
        if (digits > 0 && digits <= GROUP && grouping.length > 0) {
            while (take(grouping)) {
                if (digits() != GROUP) {
                    return false;
                }
            }
        }
        if (take(decimal)) {
            put((byte) '.');
            return digits() > 0;
        }
        return whole > 0;
    }

    private int digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            put(bytes[at++]);
        }
        return at - start;
    }

    private boolean take(byte[] mark) {
        if (mark.length <= end - at && Arrays.equals(mark, 0, mark.length, bytes, at, at + mark.length)) {
            at += mark.length;
            return true;
        }
        return false;
    }

    private void put(byte c) {
        plain[length++] = c;
    }
}
