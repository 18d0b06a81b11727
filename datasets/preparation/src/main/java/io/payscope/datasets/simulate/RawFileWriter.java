package io.payscope.datasets.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes CSV fields as bytes. Numbers are fixed-point, so that no text is made of a double. Not
 * thread-safe.
 */
final class RawFileWriter implements Closeable {

    private static final int FLUSH_AT = 1 << 16;

    /** Rows between a row and its later copy. */
    private static final int LATER = 40;

    private static final long DAY_SECONDS = 86_400;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Days whose text is kept; a power of two. */
    private static final int DAYS_KEPT = 1024;

    private final byte[][] days = new byte[DAYS_KEPT][];
    private final long[] dayOfSlot = new long[DAYS_KEPT];
    private final OutputStream out;
    private byte[] buffer = new byte[FLUSH_AT * 2];
    private int length;
    private int rowStart;
    private byte[] held = {};
    private int heldFor;
    private long rows;

    RawFileWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes the header. */
    RawFileWriter header(String columns) {
        text(columns);
        buffer[length - 1] = '\n';
        rowStart = length;
        return this;
    }

    /** Writes a text field. */
    RawFileWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a field that is encoded already. */
    RawFileWriter bytes(byte[] encoded) {
        reserve(encoded.length + 1);
        System.arraycopy(encoded, 0, buffer, length, encoded.length);
        length += encoded.length;
        buffer[length++] = ',';
        return this;
    }

    /** Writes an empty field. */
    RawFileWriter empty() {
        reserve(1);
        buffer[length++] = ',';
        return this;
    }

    /** Writes a letter and a whole number as one field. */
    RawFileWriter letterAndNumber(char letter, long number) {
        reserve(1);
        buffer[length++] = (byte) letter;
        return whole(number);
    }

    /** Writes a whole number. */
    RawFileWriter whole(long number) {
        reserve(24);
        digits(number);
        buffer[length++] = ',';
        return this;
    }

    /** Writes 128 bits as 32 hex digits in quotes. */
    RawFileWriter quotedHex(long high, long low) {
        reserve(35);
        buffer[length++] = '"';
        hex(high);
        hex(low);
        buffer[length++] = '"';
        buffer[length++] = ',';
        return this;
    }

    private void hex(long bits) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[(int) (bits >>> shift) & 15];
        }
    }

    /** Writes seconds since 1970-01-01T00:00 on a local clock as {@code yyyy-MM-dd HH:mm:ss}. */
    RawFileWriter localTime(long seconds) {
        reserve(24);
        long day = Math.floorDiv(seconds, DAY_SECONDS);
        int second = (int) (seconds - day * DAY_SECONDS);
        int slot = (int) day & DAYS_KEPT - 1;
        if (days[slot] == null || dayOfSlot[slot] != day) {
            days[slot] = (LocalDate.ofEpochDay(day) + " ").getBytes(StandardCharsets.US_ASCII);
            dayOfSlot[slot] = day;
        }
        System.arraycopy(days[slot], 0, buffer, length, days[slot].length);
        length += days[slot].length;
        two(second / 3600, ':');
        two(second / 60 % 60, ':');
        two(second % 60, ',');
        return this;
    }

    private void two(int number, char after) {
        buffer[length++] = (byte) ('0' + number / 10);
        buffer[length++] = (byte) ('0' + number % 10);
        buffer[length++] = (byte) after;
    }

    /** Writes {@code unscaled / 10^decimals} with exactly so many decimals, at least one. */
    RawFileWriter fixed(long unscaled, int decimals) {
        reserve(26);
        long magnitude = Math.abs(unscaled);
        if (unscaled < 0) {
            buffer[length++] = '-';
        }
        long whole = magnitude / POWERS[decimals];
        digits(whole);
        buffer[length++] = '.';
        long fraction = magnitude - whole * POWERS[decimals];
        for (int i = length + decimals - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + fraction % 10);
            fraction /= 10;
        }
        length += decimals;
        buffer[length++] = ',';
        return this;
    }

    private void digits(long number) {
        if (number < 0) {
            buffer[length++] = '-';
        }
        long left = Math.abs(number);
        int count = 1;
        while (count < POWERS.length && POWERS[count] <= left) {
            count++;
        }
        for (int i = length + count - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += count;
    }

    /** Ends a row that is written once, as it is. */
    void endRow() throws IOException {
        buffer[length - 1] = '\n';
        rows++;
        flushWhenFull();
    }

    /** Ends a row that may be spoilt or written twice, the second time at once or some rows later. */
    void endRow(Dirt dirt) throws IOException {
        buffer[length - 1] = '\n';
        rows++;
        switch (dirt.next()) {
            case CLEAN -> {
                // Stays as it is.
            }
            case SPOILT -> {
                byte[] spoilt = dirt.spoil(buffer, rowStart, length);
                length = rowStart;
                rows--;
                append(spoilt);
            }
            case REPEATED -> append(Arrays.copyOfRange(buffer, rowStart, length));
            case REPEATED_LATER -> {
                if (heldFor > 0) {
                    append(held);
                }
                held = Arrays.copyOfRange(buffer, rowStart, length);
                heldFor = LATER;
            }
        }
        if (heldFor > 0 && --heldFor == 0) {
            append(held);
        }
        flushWhenFull();
    }

    private void append(byte[] lines) {
        reserve(lines.length);
        System.arraycopy(lines, 0, buffer, length, lines.length);
        length += lines.length;
        for (byte c : lines) {
            rows += c == '\n' ? 1 : 0;
        }
    }

    private void flushWhenFull() throws IOException {
        if (length >= FLUSH_AT) {
            out.write(buffer, 0, length);
            length = 0;
        }
        rowStart = length;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    /** Lines written, without the header. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (heldFor > 0) {
                append(held);
            }
            out.write(buffer, 0, length);
        }
    }
}
