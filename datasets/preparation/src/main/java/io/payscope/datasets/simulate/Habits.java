package io.payscope.datasets.simulate;

import io.payscope.datasets.primitive.ContentHash;

/** Fixed traits of accounts, drawn from their number and the seed, so that none has to be remembered. */
final class Habits {

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
        long bits = bits(account, trait);
        double sum = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
            sum += (bits >>> shift & 0xffff) * 0x1p-16;
        }
        return (sum - 2) * Math.sqrt(3);
    }

    /** A trait of an account as 64 even bits. */
    long bits(long account, int trait) {
        return ContentHash.mix(ContentHash.mix(account ^ salt) + trait * 0x9e3779b97f4a7c15L);
    }
}
