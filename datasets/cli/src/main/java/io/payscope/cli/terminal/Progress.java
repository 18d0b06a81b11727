package io.payscope.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How far something has come: a bar that is drawn over on a terminal, a line every few seconds elsewhere. */
public final class Progress implements AutoCloseable {

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGA = 1e6;
    private static final int WIDTH = 30;

    /** What is counted. */
    public enum Unit {
        /** Shown as MB. */
        BYTES,
        /** Nothing: only the time is shown. */
        NONE,
        /** Shown as a number. */
        ROWS
    }

    private final PrintWriter out;
    private final boolean interactive;
    private final String what;
    private volatile long total;
    private final Unit unit;
    private final AtomicLong done = new AtomicLong();
    private final long started = System.nanoTime();
    private long drawn = started;
    private int drawnWidth;

    /** @param total what {@code done} will be in the end, as far as is known; 0 where it is not */
    Progress(PrintWriter out, boolean interactive, String what, long total, Unit unit) {
        this.out = out;
        this.interactive = interactive;
        this.what = what;
        this.total = total;
        this.unit = unit;
        if (interactive) {
            draw();
        } else {
            line(what + " ...");
        }
    }

    /** Adds to what is done. Thread-safe. */
    public void add(long more) {
        done.addAndGet(more);
        long now = System.nanoTime();
        if (now - drawn >= (interactive ? REDRAW_NANOS : LINE_NANOS)) {
            redraw(now);
        }
    }

    /** Says how much is done, and how much there will be where that is known only now; -1 where it is not. */
    public void at(long nowDone, long inAll) {
        total = Math.max(0, inAll);
        done.set(nowDone);
        add(0);
    }

    private synchronized void redraw(long now) {
        drawn = now;
        if (interactive) {
            draw();
        } else {
            line(what + ": " + state());
        }
    }

    private void draw() {
        int filled = total <= 0 ? 0 : (int) Math.min(WIDTH, done.get() * WIDTH / total);
        String bar = "%s [%s%s] %s".formatted(what, "#".repeat(filled), "-".repeat(WIDTH - filled), state());
        out.print("\r" + bar + " ".repeat(Math.max(0, drawnWidth - bar.length())));
        out.flush();
        drawnWidth = bar.length();
    }

    private String state() {
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        String share = total <= 0 ? "" : String.format(Locale.ROOT, "%3d %%  ", Math.min(99, done.get() * 100 / total));
        String count =
                switch (unit) {
                    case NONE -> "";
                    case BYTES -> String.format(Locale.ROOT, "%,.1f MB", done.get() / MEGA);
                    case ROWS -> String.format(Locale.ROOT, "%,d", done.get());
                };
        return String.format(Locale.ROOT, "%s%s  %.1f s", share, count, seconds);
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Removes the bar: what follows is the answer. */
    @Override
    public synchronized void close() {
        if (interactive) {
            out.print("\r" + " ".repeat(drawnWidth) + "\r");
            out.flush();
        }
    }
}
