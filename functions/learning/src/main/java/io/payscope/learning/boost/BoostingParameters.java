package io.payscope.learning.boost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How trees are boosted.
 *
 * @param maximumRounds trees at most
 * @param patience rounds without a better average precision on validation after which training stops
 * @param shape of a tree
 * @param bins values told apart in each feature, by feature index
 * @param binningRows rows that bins are found on; the library copies them, 12 bytes a value
 * @param threads of the native library
 * @param seed of everything random
 */
public record BoostingParameters(
        int maximumRounds, int patience, TreeShape shape, List<Integer> bins, int binningRows, int threads, long seed) {

    /** Fraud hides in narrow bands of amounts: FRAUD.md says what 255 bins lose. */
    public static final int FINE_BINS = 4095;

    /** As many as fit into a byte. */
    public static final int COARSE_BINS = 255;

    /** Up to this many features, fine bins and all features a tree fit into the time of a function. */
    private static final int NARROW = 120;

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
        TreeShape shape = new TreeShape(0.05, 8, 0, 20, 0.001, 5, narrow ? 1 : 0.3, 1, 1);
        return new BoostingParameters(300, 40, shape, bins, binningRows, 1, seed);
    }

    /** @return the same with another number of threads; it does not change the model */
    public BoostingParameters withThreads(int number) {
        return new BoostingParameters(maximumRounds, patience, shape, bins, binningRows, number, seed);
    }

    /** @return the same with trees of another shape */
    public BoostingParameters withShape(TreeShape other) {
        return new BoostingParameters(maximumRounds, patience, other, bins, binningRows, threads, seed);
    }

    /** @return the same with another number of rounds */
    public BoostingParameters withRounds(int rounds, int stopAfter) {
        return new BoostingParameters(rounds, stopAfter, shape, bins, binningRows, threads, seed);
    }

    /** @return the same with at most so many bins a feature */
    public BoostingParameters withBins(int most) {
        List<Integer> fewer = bins.stream().map(some -> Math.min(some, most)).toList();
        return new BoostingParameters(maximumRounds, patience, shape, fewer, binningRows, threads, seed);
    }

    /** @return the parameters that shape the model, by LightGBM's names */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("objective", "binary");
        map.put("learning_rate", Double.toString(shape.learningRate()));
        map.put("num_leaves", Integer.toString(shape.leaves()));
        map.put("max_depth", Integer.toString(shape.depth() == 0 ? -1 : shape.depth()));
        map.put("min_data_in_leaf", Integer.toString(shape.minimumDataInLeaf()));
        map.put("min_sum_hessian_in_leaf", Double.toString(shape.minimumHessian()));
        map.put("lambda_l2", Double.toString(shape.lambda()));
        map.put("max_bin_by_feature", bins.stream().map(String::valueOf).collect(Collectors.joining(",")));
        map.put("bin_construct_sample_cnt", Integer.toString(binningRows));
        map.put("feature_fraction", Double.toString(shape.featureFraction()));
        if (shape.baggingFraction() < 1) {
            map.put("bagging_fraction", Double.toString(shape.baggingFraction()));
            map.put("bagging_freq", "1");
        }
        map.put("scale_pos_weight", Double.toString(shape.fraudWeight()));
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
