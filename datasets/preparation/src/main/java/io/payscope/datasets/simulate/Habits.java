package io.payscope.datasets.simulate;

import io.payscope.datasets.primitive.ContentHash;

/** Fixed traits of accounts, drawn from their number and the seed, so that none has to be remembered. */
final class Habits {

    private static final int AWAKE = 1_000;

    /** First and last hour of the day in which an account of a kind is awake. */
    private static final int[] FROM = {0, 8, 12, 5};

    private static final int[] UNTIL = {23, 19, 23, 15};

    private final long salt;

    Habits(long seed) {
        this.salt = ContentHash.mix(seed + 0x632be59bd9b4e019L);
    }

    /** A trait of an account, evenly spread over 0 to 1. */
    double uniform(long account, int trait) {
        return (bits(account, trait) >>> 11) * 0x1p-53;
    }

    /** A trait of an account, roughly normal with mean 0 and deviation 1: the sum of four even ones. */
    double normal(long account, int trait) {
        return normal(bits(account, trait));
    }

    /** 64 even bits as a roughly normal number. */
    static double normal(long bits) {
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum * 0x1p-16 - 2) * 1.7320508075688772;
    }

    /** Whether an hour of the day is one in which the account usually pays. */
    boolean isAwake(long account, int hourOfDay) {
        int kind = (int) bits(account, AWAKE) & 3;
        return FROM[kind] <= hourOfDay && hourOfDay <= UNTIL[kind];
    }

    /** A trait of an account as 64 even bits. */
    long bits(long account, int trait) {
        return ContentHash.mix(ContentHash.mix(account ^ salt) + trait * 0x9e3779b97f4a7c15L);
    }
}
