package io.payscope.loadvectors;

/** Divides a number of places so that no group starves. */
final class Quotas {

    private Quotas() {}

    /**
     * Gives each group its share by weight, and what a group cannot use to the others, one place after the other.
     *
     * @param places how many there are
     * @param weights of the groups; a group of weight 0 is served first and whole
     * @param wanted how many each group can use
     * @return how many each group gets
     */
    static int[] share(int places, int[] weights, int[] wanted) {
        int[] given = new int[wanted.length];
        int left = places;
        int weightSum = 0;
        for (int i = 0; i < wanted.length; i++) {
            weightSum += weights[i];
            given[i] = weights[i] == 0 ? Math.min(wanted[i], left) : 0;
            left -= given[i];
        }
        int shared = left;
        for (int i = 0; i < wanted.length; i++) {
            if (weights[i] > 0) {
                given[i] = Math.min(wanted[i], shared * weights[i] / weightSum);
                left -= given[i];
            }
        }
        boolean placed = true;
        while (left > 0 && placed) {
            placed = false;
            for (int i = 0; i < wanted.length && left > 0; i++) {
                if (given[i] < wanted[i]) {
                    given[i]++;
                    left--;
                    placed = true;
                }
            }
        }
        return given;
    }
}
