package io.payscope.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and values in two columns. */
public final class Table {

    private static final double MEGA = 1e6;

    private final List<String> lines = new ArrayList<>();

    /** Adds a heading. */
    public Table heading(String text) {
        lines.add(text);
        return this;
    }

    /** Adds a number, with separators between thousands. */
    public Table number(String name, long value) {
        lines.add(String.format(Locale.ROOT, "  %-30s %,14d", name, value));
        return this;
    }

    /** Adds a number of bytes. */
    public Table bytes(String name, long value) {
        lines.add(String.format(Locale.ROOT, "  %-30s %,14.1f MB", name, value / MEGA));
        return this;
    }

    /** Adds a text. */
    public Table text(String name, String value) {
        lines.add("  %-30s %s".formatted(name, value));
        return this;
    }

    /** Adds how long something took and how fast it was. */
    public Table seconds(double seconds, long rowsPerSecond) {
        lines.add(String.format(Locale.ROOT, "  %-30s %,14.2f s, %,d rows/s", "time", seconds, rowsPerSecond));
        return this;
    }

    /** Prints it. */
    public void print(Terminal terminal) {
        lines.forEach(terminal::print);
    }
}
