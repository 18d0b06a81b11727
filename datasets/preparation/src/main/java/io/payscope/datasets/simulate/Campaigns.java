package io.payscope.datasets.simulate;

/**
 * Which merchants, mules or rings are in use at a time. There are always as many as were asked for; each is in use for
 * one period and then replaced by another, not all at once. Nothing is remembered: the period's number gives the
 * members.
 */
final class Campaigns {

    private final Habits habits;
    private final int trait;
    private final int live;
    private final long periodSeconds;

    /**
     * @param habits the seed's traits
     * @param trait keeps these campaigns apart from others
     * @param live how many are in use at a time
     * @param periodDays how long each is in use
     */
    Campaigns(Habits habits, int trait, long live, double periodDays) {
        this.habits = habits;
        this.trait = trait;
        this.live = Math.clamp(live, 1, 1_000_000);
        this.periodSeconds = (long) (periodDays * 86_400);
    }

    /** The number of the campaign that a slot holds at a second; no other period or slot has the same. */
    long number(double place, long second) {
        int slot = (int) (place * live);
        long shift = (long) (habits.uniform(slot, trait) * periodSeconds);
        return (second + shift) / periodSeconds * live + slot;
    }

    /** A member of a campaign, evenly spread over 0 to 1. */
    double place(long number) {
        return habits.uniform(number, trait + 1);
    }
}
