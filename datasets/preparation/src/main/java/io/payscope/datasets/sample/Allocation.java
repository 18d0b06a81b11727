package io.payscope.datasets.sample;

/** Shares a number of rows out to strata in the ratio of their sizes. */
final class Allocation {

    private Allocation() {}

    /**
     * Largest remainders, so that each stratum is within one row of its exact share; a stratum that is present gets at
     * least one row as long as there are enough for all.
     *
     * @param rows to share out
     * @param sizes rows of each stratum
     * @return rows of each stratum, at most its size, together at most {@code rows}
     */
    static long[] of(long rows, long[] sizes) {
        long total = 0;
        for (long size : sizes) {
            total += size;
        }
        if (total <= rows) {
            return sizes.clone();
        }
        long[] shares = new long[sizes.length];
        long[] remainders = new long[sizes.length];
        long left = rows;
        for (int i = 0; i < sizes.length; i++) {
            long product = Math.multiplyExact(rows, sizes[i]);
            shares[i] = product / total;
            remainders[i] = product % total;
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int next = largest(remainders);
            shares[next]++;
            remainders[next] = -1;
        }
        for (int i = 0; i < sizes.length; i++) {
            int donor = largest(shares);
            if (sizes[i] > 0 && shares[i] == 0 && shares[donor] > 1) {
                shares[donor]--;
                shares[i]++;
            }
        }
        return shares;
    }

    private static int largest(long[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
