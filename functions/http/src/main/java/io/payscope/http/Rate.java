package io.payscope.http;

/** How often one principal may call the routes of one kind: a bucket of {@code burst} calls that refills. */
public enum Rate {
    /** Reads and small changes. */
    ORDINARY(100, 50),
    /** What starts or changes something big, or counts every store. */
    HEAVY(30, 5),
    /** Scores, which are asked for while a payment waits. */
    SCORES(600, 400),
    /** Questions, each of which runs two encoders. */
    QUESTIONS(60, 20);

    private final int burst;
    private final int perSecond;

    Rate(int burst, int perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
    }

    /** @return calls in a full bucket */
    public int burst() {
        return burst;
    }

    /** @return calls by which it refills, a second */
    public int perSecond() {
        return perSecond;
    }
}
