package io.payscope.datasets.primitive;

/** Sorts numbers that stand for something else, without an object for each. */
public final class MergeSort {

    private MergeSort() {}

    /** Compares what two numbers stand for. */
    @FunctionalInterface
    public interface Order {

        /** @return below, at or above 0 as the left one comes before, with or after the right one */
        int compare(int left, int right);
    }

    /**
     * Merges ever longer runs, from the bottom up; what compares as equal keeps its order.
     *
     * @param values are overwritten
     * @return the values in order, in this array or another
     */
    public static int[] sorted(int[] values, Order order) {
        int[] from = values;
        int[] to = new int[values.length];
        for (int run = 1; run < values.length; run *= 2) {
            for (int start = 0; start < values.length; start += 2 * run) {
                int middle = Math.min(start + run, values.length);
                merge(from, start, middle, Math.min(middle + run, values.length), to, order);
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        return from;
    }

    private static void merge(int[] from, int start, int middle, int end, int[] to, Order order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
