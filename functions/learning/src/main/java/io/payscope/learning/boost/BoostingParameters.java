package io.payscope.learning.boost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How trees are boosted. There is no class weighting: it lowered average precision wherever it was tried.
 *
 * @param maximumRounds trees at most
 * @param patience rounds without a better average precision on validation after which training stops
 * @param learningRate share of each tree that is added
 * @param leaves of one tree
 * @param minimumDataInLeaf rows of a leaf at least
 * @param lambda L2 penalty on leaf values. It must not be 0: a leaf of frauds only has almost no curvature when frauds
 *     are rare, and its value would be hundreds of times too large
 * @param bins values told apart in each feature, by feature index
 * @param binningRows rows that bins are found on; the library copies them, 12 bytes a value
 * @param featureFraction share of the features that a tree may use
 * @param threads of the native library
 * @param seed of everything random
 */
public record BoostingParameters(
        int maximumRounds,
        int patience,
        double learningRate,
        int leaves,
        int minimumDataInLeaf,
        double lambda,
        List<Integer> bins,
        int binningRows,
        double featureFraction,
        int threads,
        long seed) {

    /** Up to this many features, fine bins and all features a tree fit into the time of a function. */
    private static final int NARROW = 64;

    /** Fraud hides in narrow bands of amounts: 255 bins halve average precision there (published-results.md, 2.3). */
    private static final int FINE_BINS = 4095;

    private static final int COARSE_BINS = 255;

    /** Bounds the copy that finding bins makes to about 100 MB. */
    private static final int BINNING_VALUES = 8_000_000;

    private static final int MOST_BINNING_ROWS = 200_000;

    public BoostingParameters {
        bins = List.copyOf(bins);
    }

    /**
     * The parameters for a bank.
     *
     * @param own number of the bank's own features, which come first
     * @param common number of the features that all banks share, the amount among them; always binned finely
     * @param seed of everything random
     */
    public static BoostingParameters forFeatures(int own, int common, long seed) {
        int features = own + common;
        boolean narrow = features <= NARROW;
        List<Integer> bins = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            bins.add(narrow || i >= own ? FINE_BINS : COARSE_BINS);
        }
        int binningRows = Math.min(MOST_BINNING_ROWS, BINNING_VALUES / features);
        return new BoostingParameters(300, 40, 0.05, 8, 20, 5, bins, binningRows, narrow ? 1 : 0.3, 1, seed);
    }

    /** @return the same with another number of threads; it does not change the model */
    public BoostingParameters withThreads(int number) {
        return new BoostingParameters(
                maximumRounds,
                patience,
                learningRate,
                leaves,
                minimumDataInLeaf,
                lambda,
                bins,
                binningRows,
                featureFraction,
                number,
                seed);
    }

    /** @return the parameters that shape the model, by LightGBM's names */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("objective", "binary");
        map.put("learning_rate", Double.toString(learningRate));
        map.put("num_leaves", Integer.toString(leaves));
        map.put("min_data_in_leaf", Integer.toString(minimumDataInLeaf));
        map.put("min_sum_hessian_in_leaf", "0.001");
        map.put("lambda_l2", Double.toString(lambda));
        map.put("max_bin_by_feature", bins.stream().map(String::valueOf).collect(Collectors.joining(",")));
        map.put("bin_construct_sample_cnt", Integer.toString(binningRows));
        map.put("feature_fraction", Double.toString(featureFraction));
        map.put("deterministic", "true");
        // By columns: at 400 features a third less time and 80 MB less than by rows, and as reproducible.
        map.put("force_col_wise", "true");
        // LightGBM takes a 32-bit seed; the higher bits are folded in so that they count.
        map.put("seed", Integer.toString(Long.hashCode(seed) & Integer.MAX_VALUE));
        return map;
    }

    /** @return the parameters as the native library reads them */
    String nativeText() {
        return asMap().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "))
                + " num_threads=" + threads + " verbosity=-1 metric=none";
    }
}
