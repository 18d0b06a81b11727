package io.payscope.datasets.primitive;

/** Finds order statistics without sorting. */
public final class Selection {

    private Selection() {}

    /**
     * Moves values until the smallest ones are in front (Hoare's Find, 1961), in linear time on average.
     *
     * @param values are moved
     * @param size how many of them count
     * @param count how many are wanted, 1 to {@code size}
     * @return the largest of the {@code count} smallest values
     */
    public static long smallest(long[] values, int size, int count) {
        int wanted = count - 1;
        int from = 0;
        int to = size - 1;
        while (from < to) {
            long pivot = median(values[from], values[from + to >>> 1], values[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long moved = values[i];
                    values[i++] = values[j];
                    values[j--] = moved;
                }
            }
            if (wanted <= j) {
                to = j;
            } else if (wanted >= i) {
                from = i;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
