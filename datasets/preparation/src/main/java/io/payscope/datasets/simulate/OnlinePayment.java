package io.payscope.datasets.simulate;

/** An online payment before it is written, used again for every row. */
final class OnlinePayment {

    /** The trait of a card that is its billing region. */
    static final int REGION = 11;

    /** The trait of a card that is its mail provider. */
    static final int MAIL = 9;

    private static final int DAY_SECONDS = 86_400;

    /** Since the beginning. */
    long second;

    int hourOfDay;
    long day;
    boolean fraud;
    long card;
    long merchant;
    int product;

    /** Billing region and mail provider, as places between 0 and 1. */
    double region;

    double mail;
    long device;
    double logAmount;

    /** Since the card was first used, and since it was used last. */
    long ageDays;

    double gapDays;

    /** Mean of what is counted for the card. */
    double activity;

    /** How many cards share the address, 0 for the usual. */
    double shared;

    /** Chance of each match of names and addresses. */
    double matched;

    /** Chance of each telling block of counts to be high. */
    double high;

    /** Chance that a distance is known. */
    double far;

    boolean hasIdentity;

    void clear(long newSecond, int newHourOfDay) {
        second = newSecond;
        hourOfDay = newHourOfDay;
        day = newSecond / DAY_SECONDS;
        activity = 1.7;
        shared = 0;
        matched = 0.7;
        high = 0.05;
        far = 0.06;
    }
}
