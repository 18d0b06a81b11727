package io.payscope.learning.feature;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a payer or a payee: its rows as far back as any window reaches, at most {@value #MOST_ROWS} of
 * them, 40 bytes each. Sums are integers, so that a window's sum is exact however the window came about.
 */
final class Party {

    /** Older rows of a busier party are forgotten: its windows are then shorter than named. */
    static final int MOST_ROWS = 1 << 16;

    /** Unit of the logarithms that are summed: 2^-16. */
    static final double LOG_UNIT = 1.0 / (1 << 16);

    private static final int WORDS = 5;
    private static final int TIME = 0;
    private static final int AMOUNT_BEFORE = 1;
    private static final int LOG_BEFORE = 2;
    private static final int SQUARE_BEFORE = 3;
    private static final int TAG = 4;
    private static final int FIRST_ROWS = 2;

    private final int index;
    private final Windows windows;
    private final int[] edges = new int[Windows.EDGES];
    private int @Nullable [] fraudsBefore;
    private long[] ring = new long[FIRST_ROWS * WORDS];
    private int end;
    private long amounts;
    private long logs;
    private long squares;
    private int earlierRows;
    private long earlierAmount;
    private long lastMillis;
    private int firstFraud;
    private int lastFraud = -1;
    private int counterparties;

    /** @param index number of the party on its side, from 0 */
    Party(int index, Windows windows) {
        this.index = index;
        this.windows = windows;
    }

    int index() {
        return index;
    }

    /** Starts with rows of which no more than this is known; none has been appended. */
    void begin(int rows, long amount, long last) {
        earlierRows = rows;
        earlierAmount = amount;
        lastMillis = last;
    }

    /** Moves all windows on to a time; what leaves the month window is taken off the pairs. */
    void advance(long now, Pairs.Side side) {
        for (int edge = 0; edge < Windows.EDGES; edge++) {
            long after = now - windows.span(edge);
            while (edges[edge] < end && time(edges[edge]) <= after) {
                pass(edge, side);
            }
        }
    }

    private void pass(int edge, Pairs.Side side) {
        int row = edges[edge]++;
        boolean fraud = fraud(row);
        if (fraud && fraudsBefore != null) {
            fraudsBefore[edge]++;
        }
        if (edge == Windows.KNOWN && fraud) {
            lastFraud = Math.max(lastFraud, row);
        }
        if (edge == Windows.MONTH && side.expire(index, counterparty(row))) {
            counterparties--;
        }
    }

    /** Appends a row; {@link #advance} has been called with its time. */
    void append(long now, long amount, long log, int other, int idHash, boolean fraud, Pairs.Side side) {
        if (end - edges[Windows.KEPT] == MOST_ROWS) {
            int oldest = edges[Windows.KEPT] + 1;
            for (int edge = 0; edge < Windows.EDGES; edge++) {
                while (edges[edge] < oldest) {
                    pass(edge, side);
                }
            }
        }
        int rows = ring.length / WORDS;
        if (end - edges[Windows.KEPT] == rows) {
            grow(rows);
        }
        int at = at(end);
        ring[at + TIME] = now;
        ring[at + AMOUNT_BEFORE] = amounts;
        ring[at + LOG_BEFORE] = logs;
        ring[at + SQUARE_BEFORE] = squares;
        ring[at + TAG] = (long) other << Integer.SIZE | Integer.toUnsignedLong(idHash << 1);
        end++;
        amounts += amount;
        logs += log;
        squares += log * log;
        lastMillis = now;
        if (side.add(index, other)) {
            counterparties++;
        }
        if (fraud) {
            mark(end - 1);
        }
    }

    private void grow(int rows) {
        long[] larger = new long[ring.length * 2];
        int largerRows = rows * 2;
        for (int row = edges[Windows.KEPT]; row < end; row++) {
            System.arraycopy(ring, at(row), larger, (row & largerRows - 1) * WORDS, WORDS);
        }
        ring = larger;
    }

    /** Learns that a row was fraud; without effect if it is no longer remembered. */
    void learn(long time, int idHash) {
        int row = firstAfter(time - 1);
        while (row < end && time(row) == time) {
            if ((int) ring[at(row) + TAG] >>> 1 == (idHash & Integer.MAX_VALUE) && !fraud(row)) {
                mark(row);
            }
            row++;
        }
    }

    private void mark(int row) {
        ring[at(row) + TAG] |= 1;
        if (fraudsBefore == null) {
            fraudsBefore = new int[Windows.EDGES];
            firstFraud = row;
        }
        firstFraud = Math.min(firstFraud, row);
        for (int edge = 0; edge < Windows.EDGES; edge++) {
            if (row < edges[edge]) {
                fraudsBefore[edge]++;
            }
        }
        if (row < edges[Windows.KNOWN]) {
            lastFraud = Math.max(lastFraud, row);
        }
    }

    /** @return the first remembered row after a time */
    int firstAfter(long millis) {
        int low = edges[Windows.KEPT];
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return rows so far, those forgotten included */
    int rows() {
        return earlierRows + end;
    }

    long lastMillis() {
        return lastMillis;
    }

    /** @return rows in a recent window */
    int count(int recent) {
        return end - edges[recent];
    }

    /** @return sum of the amounts in a recent window, in units of {@link Amounts#UNIT} */
    long amount(int recent) {
        return amounts - before(recent, AMOUNT_BEFORE, amounts);
    }

    /** @return sum of the logarithms in the month, in units of {@link #LOG_UNIT} */
    long logs() {
        return logs - before(Windows.MONTH, LOG_BEFORE, logs);
    }

    /** @return sum of the squared logarithms in the month, in squared units */
    long squares() {
        return squares - before(Windows.MONTH, SQUARE_BEFORE, squares);
    }

    private long before(int edge, int word, long total) {
        return edges[edge] == end ? total : ring[at(edges[edge]) + word];
    }

    /** @return mean amount of all rows so far, in units of {@link Amounts#UNIT}; their sum is at most 9e14 currency units */
    double lifetimeMean() {
        return (earlierAmount + amounts) / (double) rows();
    }

    /** @return rows in a delayed window */
    int knownCount(int delayed) {
        return edges[Windows.KNOWN] - edges[delayed];
    }

    /** @return known frauds in a delayed window */
    int knownFrauds(int delayed) {
        return fraudsBefore == null ? 0 : fraudsBefore[Windows.KNOWN] - fraudsBefore[delayed];
    }

    /** @return time of the earliest known fraud of the delayed month; only if there is one */
    long firstFraudMillis() {
        firstFraud = Math.max(firstFraud, edges[Windows.DELAYED_MONTH]);
        while (!fraud(firstFraud)) {
            firstFraud++;
        }
        return time(firstFraud);
    }

    /** @return time of the latest known fraud; only if there is one in the delayed month */
    long lastFraudMillis() {
        return time(lastFraud);
    }

    /** @return rows of known label since the latest known fraud; only if there is one in the delayed month */
    int cleanRun() {
        return edges[Windows.KNOWN] - lastFraud - 1;
    }

    /** @return different counterparties in the month */
    int counterparties() {
        return counterparties;
    }

    long time(int row) {
        return ring[at(row) + TIME];
    }

    boolean fraud(int row) {
        return (ring[at(row) + TAG] & 1) != 0;
    }

    /** @return index of the other party of a row, or -1 */
    int counterparty(int row) {
        return (int) (ring[at(row) + TAG] >> Integer.SIZE);
    }

    private int at(int row) {
        return (row & ring.length / WORDS - 1) * WORDS;
    }
}
